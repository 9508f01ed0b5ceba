export interface Aim {
  what: string
  value: number
  /** The aim reaches from `least` to `most`; a side left out has no bound. */
  least?: number
  most?: number
  /** Places behind the point, as shown and kept. */
  digits: number
}

export interface Verdict {
  isMet: boolean
  isWorse: boolean
  isBetter: boolean
}

/**
 * A figure is worse when it is further from its aim than the kept one by more than rounding. Within its aim it may move.
 * What was never kept is only held against its aim.
 */
export function judgeAim(aim: Aim, kept: number | undefined): Verdict {
  const away = distance(aim, aim.value)
  const before = kept === undefined ? away : distance(aim, kept)
  const rounding = 10 ** -aim.digits / 2
  return {
    isMet: away <= rounding,
    isWorse: away - before > rounding * 1.01,
    isBetter: before - away > rounding * 1.01,
  }
}

function distance({ least = -Infinity, most = Infinity }: Aim, value: number): number {
  return Math.max(0, least - value, value - most)
}
