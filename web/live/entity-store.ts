/** A change that shows at once and waits for the server's word. */
export interface PendingChange {
  /** The server did it; what it says of the thing now takes over, else the change itself becomes the truth. */
  confirm: (truth?: { id: string }) => void
  /** The server said no: the change is taken back. */
  takeBack: () => void
}

export interface EntityStore<Entity extends { id: string }> {
  /** As it shows now: what the server said, under the changes that wait for it. */
  read: (id: string) => Entity | undefined
  /** A mark of this moment, to be handed to `keep` with what is asked now. */
  moment: () => number
  /** Takes over what the server said. What was asked before a later confirmation is old and changes nothing. */
  keep: (entities: readonly Entity[], askedAt: number) => void
  /** Shows a change at once. Several may wait on one thing; each is confirmed or taken back by itself. */
  change: (id: string, by: (entity: Entity) => Entity) => PendingChange
  isPending: (id: string) => boolean
  watch: (onChange: () => void) => () => void
}

interface Slot<Entity> {
  truth: Entity
  keptAt: number
  waiting: readonly { by: (entity: Entity) => Entity }[]
  shown: Entity
}

/**
 * A normalised store: every thing once, by its id, however many lists and panes show it. `adopt` puts what the server
 * said after a change, which may be less than the whole thing, into what is known.
 */
export function entityStore<Entity extends { id: string }>(
  adopt: (before: Entity, said: { id: string }) => Entity,
): EntityStore<Entity> {
  const slots = new Map<string, Slot<Entity>>()
  const watchers = new Set<() => void>()
  let ticks = 0
  const put = (id: string, slot: Omit<Slot<Entity>, 'shown'>): void => {
    const shown = slot.waiting.reduce((entity, change) => change.by(entity), slot.truth)
    slots.set(id, { ...slot, shown })
  }
  const tell = (): void => watchers.forEach((watcher) => watcher())
  const settle = (id: string, change: { by: (entity: Entity) => Entity }, truth?: (before: Entity) => Entity): void => {
    const slot = slots.get(id)
    if (!slot?.waiting.includes(change)) return
    const waiting = slot.waiting.filter((each) => each !== change)
    if (truth) put(id, { truth: truth(slot.truth), keptAt: ++ticks, waiting })
    else put(id, { ...slot, waiting })
    tell()
  }
  return {
    read: (id) => slots.get(id)?.shown,
    moment: () => ++ticks,
    keep: (entities, askedAt) => {
      for (const entity of entities) {
        const slot = slots.get(entity.id)
        if (slot && slot.keptAt > askedAt) continue
        put(entity.id, { truth: entity, keptAt: askedAt, waiting: slot?.waiting ?? [] })
      }
      tell()
    },
    change: (id, by) => {
      const slot = slots.get(id)
      const change = { by }
      if (slot) {
        put(id, { ...slot, waiting: [...slot.waiting, change] })
        tell()
      }
      return {
        confirm: (said) => settle(id, change, (before) => (said ? adopt(before, said) : by(before))),
        takeBack: () => settle(id, change),
      }
    },
    isPending: (id) => (slots.get(id)?.waiting.length ?? 0) > 0,
    watch: (onChange) => {
      watchers.add(onChange)
      return () => watchers.delete(onChange)
    },
  }
}
