/** In how many of some posts a word stands, and how many words these posts have in all. */
export interface Use {
  count: number
  all: number
}

/**
 * How far a word stands out in one group of posts against another, in standard errors: the difference of its log-odds in
 * the two, with a Dirichlet prior that knows how common the word is in both together. The prior keeps words of which there
 * is little from standing out by chance. Monroe, Colaresi and Quinn, "Fightin' Words", Political Analysis 16 (2008),
 * equations 16 and 22. `weight` is how many words the prior counts for.
 */
export function standsOut(here: Use, there: Use, weight: number): number {
  const prior = (weight * (here.count + there.count)) / (here.all + there.all)
  const [inside, outside] = [here.count + prior, there.count + prior]
  const difference =
    Math.log(inside / (here.all + weight - inside)) - Math.log(outside / (there.all + weight - outside))
  return difference / Math.sqrt(1 / inside + 1 / outside)
}
