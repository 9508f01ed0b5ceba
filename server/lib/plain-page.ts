import { createHash } from 'node:crypto'
import { html, raw } from 'hono/html'

type Markup = ReturnType<typeof html>

/** Colours and sizes of pages that work without a script; the same tokens as the web app. */
const style = `
:root{color-scheme:light dark;--canvas:#f1f2f5;--surface:#fff;--line:#7f858e;--ink:#1a1e27;--ink-2:#444953;--accent:#5a4dc2;--on-accent:#fff;--soft:#edeefe;--danger:#aa1e25}
@media(prefers-color-scheme:dark){:root{--canvas:#0d0e12;--surface:#15171b;--line:#676c77;--ink:#ebedef;--ink-2:#babec4;--accent:#9c97f5;--on-accent:#0e0e1c;--soft:#282746;--danger:#fa9390}}
*{box-sizing:border-box}body{margin:0;background:var(--canvas);color:var(--ink);font:1rem/1.625 system-ui,sans-serif}
main{max-width:40rem;margin:0 auto;padding:2.5rem 1rem}h1{font-size:1.75rem;line-height:1.25}
form,article{background:var(--surface);border-radius:12px;padding:1.25rem;margin:1rem 0}article.ours{background:var(--soft)}
label{display:block;margin-top:.75rem;font-weight:600}input,textarea{width:100%;font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:6px;padding:.5rem .75rem}
textarea{min-height:9rem}button{margin-top:1rem;font:inherit;font-weight:600;border:0;border-radius:6px;padding:.6rem 1.1rem;background:var(--accent);color:var(--on-accent);min-height:44px;cursor:pointer}
button.quiet{background:transparent;color:var(--ink);border:1px solid var(--line)}:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.small{color:var(--ink-2);font-size:.875rem}.wrong{color:var(--danger);font-weight:600}.words{white-space:pre-wrap;overflow-wrap:anywhere;margin:.25rem 0 0}.nobody{position:absolute;inset-inline-start:-9999px}`

/** Made by hand, since the policy allows exactly these bytes. */
const styleElement = raw(`<style>${style}</style>`)

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

/** One page of plain HTML that works without a script. `body` is markup made by `html`, which escapes what is put in. */
export async function plainPage(title: string, body: Markup | Promise<Markup>, status = 200): Promise<Response> {
  const page = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        ${styleElement}
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`
  return new Response(String(page), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  })
}
