/** Two digits: more would pretend to know. */
export function rounded(confidence: number): number {
  return Math.round(Math.min(0.99, confidence) * 100) / 100
}
