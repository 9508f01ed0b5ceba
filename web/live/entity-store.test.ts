import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entityStore } from './entity-store.ts'

interface Thing {
  id: string
  turn: string
  owner: string
}
const thing: Thing = { id: 'a', turn: 'ours', owner: 'nobody' }
const theirs: Thing = { ...thing, turn: 'theirs' }

function filled() {
  const store = entityStore<Thing>((before, said) => ({ ...before, ...said }))
  store.keep([thing], store.moment())
  return store
}

describe('the store', () => {
  it('shows a change at once and keeps it when the server confirms', () => {
    const store = filled()
    const change = store.change('a', (before) => ({ ...before, turn: 'theirs' }))
    expect(store.read('a')?.turn).toBe('theirs')
    change.confirm(theirs)
    expect(store.read('a')?.turn).toBe('theirs')
    expect(store.isPending('a')).toBe(false)
  })

  it('takes a refused change back and leaves the others', () => {
    const store = filled()
    const turn = store.change('a', (before) => ({ ...before, turn: 'theirs' }))
    store.change('a', (before) => ({ ...before, owner: 'me' }))
    turn.takeBack()
    expect(store.read('a')).toMatchObject({ turn: 'ours', owner: 'me' })
  })

  it('does not flicker when an older answer arrives after a confirmation', () => {
    const store = filled()
    const change = store.change('a', (before) => ({ ...before, turn: 'theirs' }))
    const asked = store.moment()
    change.confirm(theirs)
    store.keep([thing], asked)
    expect(store.read('a')?.turn).toBe('theirs')
  })

  it('shows the truth once everything is settled, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 6 }), fc.array(fc.nat(), { maxLength: 6 }), (fates, order) => {
        const store = filled()
        const changes = fates.map((goes, index) => ({
          goes,
          index,
          pending: store.change('a', (before) => ({ ...before, owner: `${before.owner}+${index}` })),
        }))
        changes.sort((one, other) => (order[one.index] ?? 0) - (order[other.index] ?? 0))
        for (const { goes, pending } of changes) {
          if (goes) pending.confirm()
          else pending.takeBack()
        }
        store.keep([{ ...thing, owner: 'said by the server' }], store.moment())
        expect(store.read('a')?.owner).toBe('said by the server')
        expect(store.isPending('a')).toBe(false)
      }),
    )
  })
})
