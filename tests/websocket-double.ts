import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

/** The server's end of a WebSocket, as much of RFC 6455 as a test needs: text out, close out, what comes in is dropped. */
export interface ServerSocket {
  send(text: string): void
  ping(): void
  close(): void
  /** Cuts the line without a word. */
  cut(): void
}

const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

/** Answers an `upgrade` request with yes. */
export function acceptSocket(request: IncomingMessage, socket: Duplex): ServerSocket {
  const key = String(request.headers['sec-websocket-key'])
  const accept = createHash('sha1').update(`${key}${guid}`).digest('base64')
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  )
  socket.on('error', () => socket.destroy())
  // A close frame is answered, so that the other side ends in order.
  socket.on('data', (data: Buffer) => {
    if (((data[0] ?? 0) & 0x0f) === 8) socket.end(frame(8, Buffer.alloc(0)))
  })
  return {
    send: (text) => void socket.write(frame(1, Buffer.from(text))),
    ping: () => void socket.write(frame(9, Buffer.alloc(0))),
    close: () => void socket.end(frame(8, Buffer.from([0x03, 0xe8]))),
    cut: () => void socket.destroy(),
  }
}

/** Answers an `upgrade` request with no. */
export function refuseSocket(socket: Duplex, status: number, headers: Record<string, string> = {}): void {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status} No\r\n${lines.join('')}Content-Length: 0\r\nConnection: close\r\n\r\n`)
}

function frame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload
  const head =
    length < 126
      ? Buffer.from([0x80 | opcode, length])
      : length < 65_536
        ? Buffer.from([0x80 | opcode, 126, length >> 8, length & 0xff])
        : Buffer.concat([Buffer.from([0x80 | opcode, 127]), bigLength(length)])
  return Buffer.concat([head, payload])
}

function bigLength(length: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(length))
  return bytes
}
