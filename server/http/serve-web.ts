import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context, Hono } from 'hono'
import type { HttpEnv } from './http-parts.ts'
import { pagePolicy } from './security-headers.ts'

const kinds: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}
const worthPacking = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt', '.webmanifest'])

interface WebFile {
  bytes: Buffer
  packed: Buffer | null
  etag: string
  kind: string
  isImmutable: boolean
}

interface WebApp {
  builtAt: number
  files: ReadonlyMap<string, Promise<WebFile>>
  policy: string
}

/**
 * Serves the built web app: files with a hash in their name for ever, the page itself asked for anew each time, and
 * the page for every address that is none of ours, so that addresses inside the app can be opened.
 */
export function serveWeb(http: Hono<HttpEnv>, folder: string | undefined): void {
  if (folder === undefined) return
  let app: WebApp | undefined
  http.get('*', async (c, next) => {
    app = freshest(folder, app)
    if (!app) return next()
    const asked = app.files.get(c.req.path)
    if (!asked && looksLikeFile(c.req.path)) return next()
    const page = app.files.get('/index.html')
    const file = await (asked ?? page)
    return file ? send(c, file, app.policy) : next()
  })
}

/** Only names that were found in the folder are ever opened, so no path leads out of it. */
function freshest(folder: string, known: WebApp | undefined): WebApp | undefined {
  const page = statSync(join(folder, 'index.html'), { throwIfNoEntry: false })
  if (!page) return undefined
  if (known?.builtAt === page.mtimeMs) return known
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const files = names.map((name) => [`/${relative(folder, name).split(sep).join('/')}`, load(name)] as const)
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  return { builtAt: page.mtimeMs, files: new Map(files), policy: pagePolicy(hashesOfScripts(html)) }
}

async function load(path: string): Promise<WebFile> {
  const bytes = readFileSync(path)
  const ending = extname(path)
  const packed = worthPacking.has(ending) && bytes.length > 1_000 ? await promisify(gzip)(bytes, { level: 9 }) : null
  return {
    bytes,
    packed,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    kind: kinds[ending] ?? 'application/octet-stream',
    isImmutable: /[\\/]assets[\\/].+-[\w-]{8,}\.\w+$/.test(path),
  }
}

/** Hashes of the scripts that our own build put into the page: these alone may run there. */
function hashesOfScripts(html: string): string[] {
  return [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi)].map(([, script]) =>
    createHash('sha256')
      .update(script ?? '')
      .digest('base64'),
  )
}

function looksLikeFile(path: string): boolean {
  return path.startsWith('/assets/') || /\.(?:js|css|map|png|svg|ico|woff2|json|txt|webmanifest)$/.test(path)
}

function send(c: Context<HttpEnv>, file: WebFile, policy: string): Response {
  const headers = new Headers({
    'content-type': file.kind,
    etag: file.etag,
    vary: 'accept-encoding',
    'cache-control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
  if (file.kind.startsWith('text/html')) headers.set('content-security-policy', policy)
  if (c.req.header('if-none-match') === file.etag) return new Response(null, { status: 304, headers })
  const packed = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '') ? file.packed : null
  if (packed) headers.set('content-encoding', 'gzip')
  return new Response(new Uint8Array(packed ?? file.bytes), { headers })
}
