import type { InboundAnswer } from '../../contract/inbound.ts'
import type { InWorkspace, Json, Made } from './column.ts'

export interface InboundReceiptTable extends InWorkspace {
  channelId: string
  webhookId: string
  answer: Json<InboundAnswer>
  at: Made
}

export interface IdempotencyTable extends InWorkspace {
  colleagueId: string
  key: string
  route: string
  requestHash: string
  status: number | null
  /** Sealed, since an answer may show a secret once; see `access/seal.ts`. */
  answer: Buffer | null
  at: Made
}
