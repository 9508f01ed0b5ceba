import type {
  ClockTable,
  ConversationTable,
  ConversationTopicTable,
  DeliveryTable,
  DraftTable,
  EndingTable,
  EventTable,
  IdentityTable,
  MessageSearchTable,
  MessageTable,
  PersonTable,
  PromiseTable,
  ReadMarkTable,
  RestTable,
  RoutingDecisionTable,
  RuleTable,
  SetAsideTable,
  SnoozeTable,
  TapTable,
} from './answering-tables.ts'
import type { MeterTable, PostRecheckTable, RecheckPlaceTable, ThreadReadingTable } from './channel-tables.ts'
import type { IdempotencyTable, InboundReceiptTable } from './edge-tables.ts'
import type {
  ChannelNoteTable,
  ChannelTable,
  JobCursorTable,
  ListTable,
  MatchTable,
  PostArrivalTable,
  PostKeyTable,
  PostTable,
  PostVersionTable,
  ShelvedPostTable,
  SignInAttemptTable,
  TopicDayTable,
  TopicTable,
  TopicVersionTable,
} from './listening-tables.ts'
import type {
  CorrectionCopyTable,
  CorrectionTable,
  ReaderFitTable,
  ReaderLineTable,
  ReadingTable,
  RefinerAskTable,
  RefinerProposalTable,
  RefinerTable,
} from './reading-tables.ts'
import type { TopicExampleTable, TopicMarkTable } from './topic-tables.ts'
import type {
  AccessGrantTable,
  ApiKeyTable,
  ColleagueTable,
  DepartmentTable,
  InvitationTable,
  WorkspaceTable,
} from './team-tables.ts'

/** Every table of the store, as the query builder names it. Each is described in the file it comes from. */
export interface Tables {
  workspace: WorkspaceTable
  colleague: ColleagueTable
  department: DepartmentTable
  accessGrant: AccessGrantTable
  invitation: InvitationTable
  apiKey: ApiKeyTable
  channel: ChannelTable
  channelNote: ChannelNoteTable
  meter: MeterTable
  threadReading: ThreadReadingTable
  postRecheck: PostRecheckTable
  recheckPlace: RecheckPlaceTable
  signInAttempt: SignInAttemptTable
  postKey: PostKeyTable
  post: PostTable
  postVersion: PostVersionTable
  postArrival: PostArrivalTable
  topic: TopicTable
  topicVersion: TopicVersionTable
  topicDay: TopicDayTable
  topicExample: TopicExampleTable
  topicMark: TopicMarkTable
  list: ListTable
  match: MatchTable
  reading: ReadingTable
  correction: CorrectionTable
  correctionCopy: CorrectionCopyTable
  readerLine: ReaderLineTable
  readerFit: ReaderFitTable
  refiner: RefinerTable
  refinerAsk: RefinerAskTable
  refinerProposal: RefinerProposalTable
  shelvedPost: ShelvedPostTable
  jobCursor: JobCursorTable
  person: PersonTable
  identity: IdentityTable
  conversation: ConversationTable
  message: MessageTable
  tap: TapTable
  ending: EndingTable
  setAside: SetAsideTable
  rest: RestTable
  snooze: SnoozeTable
  clock: ClockTable
  conversationTopic: ConversationTopicTable
  readMark: ReadMarkTable
  event: EventTable
  rule: RuleTable
  routingDecision: RoutingDecisionTable
  delivery: DeliveryTable
  promise: PromiseTable
  draft: DraftTable
  messageSearch: MessageSearchTable
  inboundReceipt: InboundReceiptTable
  idempotency: IdempotencyTable
}
