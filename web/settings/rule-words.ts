import type { RuleView } from '../../contract/rules.ts'
import type { Translate } from '../live/text.ts'

/** What a rule asks for, in words: each condition a part; all must hold. */
export function conditionsOf(rule: RuleView, t: Translate): string[] {
  return [
    ...(rule.topic ? [t('settings.rule.topic', { name: rule.topic.name })] : []),
    ...(rule.channel ? [t('settings.rule.channel', { name: rule.channel.name })] : []),
    ...(rule.sentiment === null ? [] : [t('settings.rule.mood', { mood: moodOf(rule.sentiment, t) })]),
    ...(rule.words === null ? [] : [t('settings.rule.words', { words: rule.words })]),
  ]
}

export const moods = ['negative', 'neutral', 'positive'] as const

function moodOf(sentiment: string, t: Translate): string {
  const mood = moods.find((each) => each === sentiment)
  return mood ? t(`settings.mood.${mood}`) : sentiment
}
