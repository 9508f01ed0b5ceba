import type { ChannelView } from '../../../contract/channels.ts'
import { useText } from '../../live/text.ts'
import { Banner } from '../../ui/banner.tsx'
import { CopyField } from '../../ui/copy-field.tsx'

/** Where others push to, with an example to try, or the page that people open. Nothing for networks that we ask. */
export function InboundAddress({ channel, secret }: { channel: ChannelView; secret?: string | undefined }) {
  const t = useText()
  if (channel.pageUrl !== null)
    return <CopyField label={t('channels.pageUrl')} value={channel.pageUrl} help={t('channels.pageUrl.help')} />
  if (channel.hookUrl !== null)
    return (
      <div className="flex flex-col gap-4">
        <CopyField
          label={t('channels.hookUrl')}
          value={channel.hookUrl}
          help={t('channels.hookUrl.help', { network: channel.label })}
        />
        <Secret secret={secret} />
      </div>
    )
  if (channel.inboundUrl === null) return null
  return (
    <div className="flex flex-col gap-4">
      <CopyField label={t('channels.inboundUrl')} value={channel.inboundUrl} help={t('channels.inboundUrl.help')} />
      <Secret secret={secret} />
      <details className="text-sm">
        <summary className="w-fit cursor-pointer rounded-chip py-1 text-accent-text">{t('channels.example')}</summary>
        <p className="mt-1 text-ink-2">{t('channels.example.about')}</p>
        <pre
          tabIndex={0}
          aria-label={t('channels.example')}
          className="mt-2 max-w-full overflow-auto rounded-row bg-sunken p-3 font-mono text-xs"
        >
          {exampleFor(channel.inboundUrl, secret ?? 'whsec_…')}
        </pre>
      </details>
    </div>
  )
}

function Secret({ secret }: { secret: string | undefined }) {
  const t = useText()
  if (secret === undefined) return null
  return (
    <>
      <CopyField label={t('channels.secret')} value={secret} />
      <Banner tone="warn">{t('channels.secret.once')}</Banner>
    </>
  )
}

/** A signed post from a shell, by Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`. */
function exampleFor(url: string, secret: string): string {
  return `URL='${url}'
SECRET='${secret}'
BODY='{"id":"1","text":"Hello","author":{"id":"mara"},"createdAt":"${new Date().toISOString()}","addressedToUs":true}'
ID="msg_$(date +%s)"; AT="$(date +%s)"
KEY="$(printf %s "\${SECRET#whsec_}" | base64 -d | od -An -vtx1 | tr -d ' \\n')"
SIGNATURE="$(printf %s "$ID.$AT.$BODY" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary | base64 -w0)"
curl "$URL" -H 'content-type: application/json' -H "webhook-id: $ID" \\
  -H "webhook-timestamp: $AT" -H "webhook-signature: v1,$SIGNATURE" -d "$BODY"`
}
