/** Times one usually snoozes to, in the local zone: none of them in the past. */
export function snoozeTimes(now: Date): { id: 'hour' | 'afternoon' | 'tomorrow' | 'monday' | 'week'; at: Date }[] {
  const afternoon = atHour(now, 0, 15)
  const untilMonday = (8 - now.getDay()) % 7 || 7
  return [
    { id: 'hour' as const, at: new Date(now.getTime() + 3_600_000) },
    { id: 'afternoon' as const, at: afternoon },
    { id: 'tomorrow' as const, at: atHour(now, 1, 9) },
    { id: 'monday' as const, at: atHour(now, untilMonday, 9) },
    { id: 'week' as const, at: atHour(now, 7, 9) },
  ].filter(({ id, at }) => id !== 'afternoon' || at.getTime() - now.getTime() > 3_600_000)
}

function atHour(now: Date, days: number, hour: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour)
}
