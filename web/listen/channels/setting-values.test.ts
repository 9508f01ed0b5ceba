import { describe, expect, it } from 'vitest'
import type { SettingField } from './channel-requests.ts'
import { firstValues, settingsOf } from './setting-values.ts'

function field(name: string, kind: SettingField['kind'], initial?: unknown): SettingField {
  return { name, kind, initial, label: name, help: '', placeholder: '', choices: [], required: false }
}

const fields = [
  field('url', 'url'),
  field('token', 'secret'),
  field('tags', 'lines'),
  field('boosts', 'switch', true),
  field('minutes', 'number', 15),
]

describe('a form of settings', () => {
  it('starts with what the connector begins with', () =>
    expect(firstValues(fields)).toEqual({ url: '', token: '', tags: '', boosts: true, minutes: '15' }))

  it('starts with what is kept, but never shows a secret', () =>
    expect(
      firstValues(fields, {
        url: 'https://a.example',
        token: 'kept',
        tags: ['bike', 'tram'],
        boosts: false,
        minutes: 0,
      }),
    ).toEqual({ url: 'https://a.example', token: '', tags: 'bike\ntram', boosts: false, minutes: '0' }))

  it('shows nothing for a kept value of another shape', () =>
    expect(firstValues(fields, { url: { a: 1 }, tags: 'bike', boosts: 'yes', minutes: [1] })).toEqual({
      url: '',
      token: '',
      tags: '',
      boosts: false,
      minutes: '',
    }))

  it('sends what was typed, without the spaces around it', () =>
    expect(
      settingsOf(fields, {
        url: ' https://a.example ',
        token: 's3',
        tags: ' bike \r\n\n tram',
        boosts: false,
        minutes: '5',
      }),
    ).toEqual({ url: 'https://a.example', token: 's3', tags: ['bike', 'tram'], boosts: false, minutes: 5 }))

  it('leaves out what is empty, so that a kept secret stays; emptied lines are sent', () =>
    expect(settingsOf(fields, { url: '  ', token: '', tags: '', minutes: '' })).toEqual({ tags: [] }))
})
