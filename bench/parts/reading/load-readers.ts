/** Run in a process of its own: says in JSON how long the readers took to be ready, and how large the process is. */
const before = process.cpuUsage()
if (process.argv[2] === 'readers') {
  const { lazyLanguage } = await import('../../../server/listen/reading/language/read-language.ts')
  const { readers, readPost } = await import('../../../server/listen/reading/read-post.ts')
  const read = (text: string) => readPost(readers, { text }, lazyLanguage({ text }).reading)
  await read('The parcel never came, and nobody answers!')
  const { user, system } = process.cpuUsage(before)
  for (let post = 0; post < 1_000; post++) await read(`Post ${post} says that the parcel number ${post} never came`)
  tell((user + system) / 1_000)
} else tell(0)

function tell(milliseconds: number): void {
  console.log(JSON.stringify({ milliseconds, megabytes: process.memoryUsage().rss / 2 ** 20 }))
}
