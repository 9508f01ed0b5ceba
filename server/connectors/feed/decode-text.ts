import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

/**
 * Bytes as text. The character set is told by a byte-order mark, then by the HTTP header, then by the XML declaration
 * (RFC 7303 3), then it is UTF-8. A set that the bytes cannot be in, or that nobody knows, gives way to the next.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const mark = markOf(buffer)
  if (mark) return iconv.decode(buffer.subarray(mark.length), mark.charset)
  const named = [widthOf(buffer), charsetOf(contentType), declaredIn(buffer)].map(meant)
  const charset = named.find((one) => one && iconv.encodingExists(one) && fits(buffer, one))
  if (charset && !(charset === 'windows-1252' && isUtf8(buffer))) return iconv.decode(buffer, charset)
  return fits(buffer, 'utf-8') ? buffer.toString('utf8') : iconv.decode(buffer, 'windows-1252')
}

/** As browsers read these names (WHATWG Encoding 4.2): ASCII says nothing, Latin-1 is said for its superset. */
function meant(charset: string | undefined): string | undefined {
  if (!charset || /^(?:us-?)?ascii$/.test(charset)) return undefined
  return /^(?:iso-?8859-?1|latin-?1|cp1252)$/.test(charset) ? 'windows-1252' : charset
}

function markOf(bytes: Buffer): { charset: string; length: number } | undefined {
  const start = bytes.subarray(0, 4).toString('hex')
  if (start === '0000feff') return { charset: 'utf-32be', length: 4 }
  if (start === 'fffe0000') return { charset: 'utf-32le', length: 4 }
  if (start.startsWith('efbbbf')) return { charset: 'utf-8', length: 3 }
  if (start.startsWith('feff')) return { charset: 'utf-16be', length: 2 }
  if (start.startsWith('fffe')) return { charset: 'utf-16le', length: 2 }
  return undefined
}

/** Without a mark, `<?` or `<r` in two or four bytes a character is plain to see (XML 1.0, appendix F). */
function widthOf(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, 4).toString('hex')
  if (/^3c00[2-7][\da-f]00$/.test(start)) return 'utf-16le'
  if (/^003c00[2-7][\da-f]$/.test(start)) return 'utf-16be'
  if (start === '3c000000') return 'utf-32le'
  return start === '0000003c' ? 'utf-32be' : undefined
}

function charsetOf(contentType: string | null): string | undefined {
  return /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase()
}

function declaredIn(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, 400).toString('latin1')
  const charset = /<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)?.[1]?.toLowerCase()
  // Who reads this declaration byte by byte is not reading 16 or 32 bits a character.
  return charset && /^(?:utf-?16|utf-?32|u16|u32|ucs|iso-10646)/.test(charset) ? undefined : charset
}

/** UTF-8 is easily told from what is not; other sets take nearly any bytes. */
function fits(bytes: Buffer, charset: string): boolean {
  return !/^utf-?8$/.test(charset) || isUtf8(bytes) || mostlyUtf8(bytes)
}

/** A few broken characters in a text that is UTF-8 otherwise: better a mark in their place than all of it misread. */
function mostlyUtf8(bytes: Buffer): boolean {
  const text = bytes.toString('utf8')
  const broken = text.split('\ufffd').length - 1
  const beyondAscii = text.match(/[^ -~\s]/g)?.length ?? 0
  return broken > 0 && broken * 4 < beyondAscii
}
