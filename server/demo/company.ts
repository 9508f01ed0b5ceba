import type { z } from 'zod'
import type { topicBody } from '../../contract/topics.ts'

/** The invented company. Nobody and nothing in it exists. */
export const companyName = 'Fjordbrew'

export const owner = { name: 'Robin Lund', email: 'demo@fjordbrew.example' }

export interface InventedColleague {
  name: string
  email: string
  /** Names of departments. */
  departments: readonly string[]
  isLead: boolean
}

export const colleagues: readonly InventedColleague[] = [
  { name: 'Priya Nair', email: 'priya@fjordbrew.example', departments: ['Service'], isLead: true },
  { name: 'Tomás Rivera', email: 'tomas@fjordbrew.example', departments: ['Service'], isLead: false },
  { name: 'Ines Falk', email: 'ines@fjordbrew.example', departments: ['Marketing', 'Community'], isLead: true },
  { name: 'Klara Berg', email: 'klara@fjordbrew.example', departments: ['Sales', 'Service'], isLead: false },
  { name: 'Dev Osei', email: 'dev@fjordbrew.example', departments: ['Product'], isLead: true },
]

type InventedTopic = Pick<z.infer<typeof topicBody>, 'name' | 'kind' | 'query' | 'purpose' | 'action'> & {
  /** Name of the colleague who owns it. */
  ownedBy: string
  /** Kind of the department its conversations go to; null: nobody has been named yet. */
  department: string | null
}

export const topics: readonly InventedTopic[] = [
  {
    name: 'Fjordbrew',
    kind: 'brand',
    query: 'fjordbrew',
    purpose: 'Hear what people say of us, whether they call us or not',
    action: 'Answer the same day; thank people who help each other',
    ownedBy: 'Ines Falk',
    department: 'community',
  },
  {
    name: 'Fjord One and Fjord Mini',
    kind: 'product',
    query: '"fjord one" OR "fjord mini"',
    purpose: 'Hear about machines that fail before people give up on them',
    action: 'Help in the thread; write down what comes up twice',
    ownedBy: 'Priya Nair',
    department: 'service',
  },
  {
    name: 'Kestrel and Nordvane',
    kind: 'competitor',
    query: 'kestrel OR nordvane',
    purpose: 'Learn what others do better, and who looks for something else',
    action: 'Read along; speak only where help is wanted',
    ownedBy: 'Ines Falk',
    department: null,
  },
  {
    name: 'Quiet mornings',
    kind: 'need',
    query:
      '"quiet mornings" OR ((quiet OR silent OR loud OR noise OR leise OR laut) NEAR/8 (coffee OR grinder OR machine OR kaffee* OR mühle))',
    purpose: 'Learn how people make coffee while others sleep',
    action: 'Collect what they want for the next grinder; answer who asks',
    ownedBy: 'Dev Osei',
    department: 'product',
  },
  {
    name: 'SlowSunday',
    kind: 'campaign',
    query: '#slowsunday',
    purpose: 'See who joins in',
    action: 'Answer every picture; no sales talk',
    ownedBy: 'Ines Falk',
    department: 'marketing',
  },
]

/** Words that decide, in the listening language, each with the department it leads to. First come, first served. */
export const rules: readonly { words: string; topic: string | null; department: string; colleague: string | null }[] = [
  {
    words: 'warranty OR refund OR repaired OR "error 14" OR leak* OR broken OR tropft',
    topic: 'Fjord One and Fjord Mini',
    department: 'service',
    colleague: null,
  },
  {
    words: 'buy OR buying OR price OR showroom OR kaufen OR angebot',
    topic: 'Fjord One and Fjord Mini',
    department: 'sales',
    colleague: 'Klara Berg',
  },
  { words: 'timer OR wish OR idea OR "dark mode" OR wünsche', topic: null, department: 'product', colleague: null },
]

export const channels = [
  { kind: 'sample', name: 'Sample social', settings: { place: 'social', seed: 'fjordbrew' }, department: null },
  {
    kind: 'sample',
    name: 'Sample reviews',
    settings: { place: 'reviews', seed: 'fjordbrew' },
    department: 'community',
  },
  { kind: 'form', name: 'Feedback page', settings: { title: 'Tell Fjordbrew something' }, department: 'service' },
] as const

/** What people wrote on the feedback page. The first is answered, and the person says that it is sorted. */
export const formMessages = [
  {
    name: 'Greta Holm',
    email: 'greta@mail.example',
    text: 'Hello! The light of my Fjord One stays amber although I descaled it twice. What did I miss?',
  },
  {
    name: 'Samir Bakri',
    email: 'samir@mail.example',
    text: 'I would like to give a Fjord Mini as a present. Can you wrap it and leave the bill out of the parcel?',
  },
  {
    name: 'Ulla Frost',
    email: undefined,
    text: 'Your beep at the end is too loud for a house with a baby. Please let us switch it off.',
  },
]
