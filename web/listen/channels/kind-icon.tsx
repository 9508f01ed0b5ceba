import { AtSign, MessageSquareText, RadioTower, Rss, Webhook } from 'lucide-react'

const icons: Record<string, typeof Rss> = {
  feed: Rss,
  mastodon: AtSign,
  inbound: Webhook,
  form: MessageSquareText,
}

/** The sign of a channel kind; its name stands beside it. */
export function KindIcon({ kind, size = 18 }: { kind: string; size?: number }) {
  const Icon = icons[kind] ?? RadioTower
  return <Icon size={size} aria-hidden="true" className="shrink-0 text-ink-2" />
}
