import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { Command, CommanderError } from 'commander'
import type { MatchOptions } from './commands/match.ts'
import type { ExplainOptions } from './commands/query-explain.ts'
import type { ReadOptions } from './commands/read.ts'
import type { ReplayOptions } from './commands/replay.ts'
import { readConfig, type Wishes } from './config.ts'
import type { KeyOptions } from './commands/key-add.ts'
import type { UserOptions } from './commands/user-add.ts'

// What was stripped and compiled once is kept for the next start; without a place to keep it, it is done again.
enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'earshot'))

const program = new Command('earshot')
  .description('Hear what people say, bring it to a person, answer where it was written.')
  .version('0.1.0')
  .showHelpAfterError('(run with --help to see what there is)')
  .exitOverride()
  .addHelpText(
    'after',
    `
Examples:
  earshot serve                       run it and open http://localhost:4400
  earshot serve --demo                the same with an invented company that moves
  earshot doctor                      is this installation well?
  earshot COMMAND --help              more about one command

Every command takes --data DIR (or EARSHOT_DATA) for the data folder; DATABASE_URL names a
PostgreSQL server of your own. In a checkout: npm run -s earshot -- COMMAND.`,
  )

program
  .command('serve')
  .description('run Earshot until you stop it')
  .option('--port <number>', 'where the web app and the API answer (PORT; 4400)')
  .option('--roles <list>', 'what this process does: listen,match,answer,tick (all)')
  .option('--demo', 'fill an empty store with a lively invented company')
  .option('--data <folder>', 'the data folder (EARSHOT_DATA; ./data)')
  .action(async (options: Wishes) => (await import('./commands/serve.ts')).serve(readConfig(options)))

program
  .command('doctor')
  .description('say in sentences what is wrong with this installation; ends with 1 if something is')
  .option('--data <folder>', 'the data folder (EARSHOT_DATA; ./data)')
  .action(async (options: Wishes) => ends(await (await import('./commands/doctor.ts')).doctor(readConfig(options))))

program
  .command('match')
  .description('match a file of posts against a file of topics; ends with one JSON line of figures')
  .option('--topics <file>', 'JSON lines {"id","query"} or {"id","q"}; - for standard input')
  .option('--index <file>', 'a packed index in place of --topics')
  .option('--index-out <file>', 'write the packed index of the topics, for --index')
  .requiredOption('--posts <file>', 'JSON lines {"id","text",…}; - for standard input')
  .option('--pairs <file>', 'write every match as post<TAB>topic; - for standard output')
  .option('--threads <number>', 'how many threads match (1)')
  .option('--bench', 'match again and again and give the medians of matching alone')
  .action(async (options: MatchOptions) => (await import('./commands/match.ts')).match(options))

program
  .command('read')
  .description('read posts: JSON lines in, what each reader says of them as JSON lines out')
  .option('--readers <names>', 'all, or names with commas between, such as: language,sentiment,intent', 'all')
  .option('--explain', 'also the places of the words that carried each reading')
  .option('--posts <file>', 'JSON lines {"id","text",…}; - for standard input', '-')
  .action(async (options: ReadOptions) => (await import('./commands/read.ts')).read(options))

const query = program.command('query').description('check, try or explain a query of the listening language')
query
  .command('check')
  .argument('<text...>', 'the query; - reads it from standard input')
  .description('print what is wrong with a query as a JSON list of diagnostics; ends with 1 if it has errors')
  .allowUnknownOption()
  .action(async (text: string[]) => ends(await (await import('./commands/query-check.ts')).checkQueryCommand(text)))
query
  .command('test')
  .argument('<text...>', 'the query')
  .requiredOption('--posts <file>', 'JSON lines {"id","text",…}; - for standard input')
  .description('try a query on a file of posts: counts by day and channel, and samples with the words that hit')
  .allowUnknownOption()
  .action(async (text: string[], options: { posts: string }) =>
    ends(await (await import('./commands/query-test.ts')).testQueryCommand(text, options)),
  )
query
  .command('explain')
  .argument('<text...>', 'the query')
  .option('--posts <file>', 'JSON lines {"id","text",…} that show how frequent its words are; - for standard input')
  .option('--text <text>', 'a text: say why the query matches it or does not')
  .description('say what brings a query up, what that costs, and why it matches a text')
  .allowUnknownOption()
  .action(async (text: string[], options: ExplainOptions) =>
    ends(await (await import('./commands/query-explain.ts')).explainQueryCommand(text, options)),
  )

program
  .command('replay')
  .argument('<file>', 'JSON lines as /in takes them: {"id","text","author":{"id"},"createdAt",…}; - for standard input')
  .description('put recorded posts through the real pipeline of a channel; ends with one JSON line of figures')
  .requiredOption('--channel <name>', 'which channel they came by')
  .option('--rate <number>', 'posts a second (as fast as they can be kept)')
  .option('--data <folder>', 'the data folder (EARSHOT_DATA; ./data)')
  .action(async (file: string, options: ReplayOptions & Wishes) =>
    (await import('./commands/replay.ts')).replay(readConfig(options), file, options),
  )

const user = program.command('user').description('people who can sign in')
user
  .command('add')
  .description('add somebody; with --owner on an empty store, this makes the workspace. Prints their id')
  .requiredOption('--email <address>', 'what they sign in with')
  .requiredOption('--name <name>', 'what colleagues call them')
  .requiredOption('--password <password>', 'at least 10 characters; they can change it')
  .option('--owner', 'may do everything in the workspace')
  .option('--department <name...>', 'departments they belong to, e.g. Service')
  .option('--lead', 'leads these departments')
  .option('--workspace <name>', 'which workspace; with --owner, a new name makes a new one')
  .option('--data <folder>', 'the data folder (EARSHOT_DATA; ./data)')
  .action(async (options: UserOptions & Wishes) =>
    (await import('./commands/user-add.ts')).userAdd(readConfig(options), options),
  )

const key = program.command('key').description('keys for programs that use the API')
key
  .command('add')
  .description('make an API key and print it, alone; it acts with what its colleague may do')
  .requiredOption('--name <name>', 'what it is for')
  .option('--user <e-mail>', 'whose rights it has (an owner)')
  .option('--workspace <name>', 'in which workspace (the oldest)')
  .option('--data <folder>', 'the data folder (EARSHOT_DATA; ./data)')
  .action(async (options: KeyOptions & Wishes) =>
    (await import('./commands/key-add.ts')).keyAdd(readConfig(options), options),
  )

/** A command may end well and still have bad news. */
function ends(code: number): void {
  process.exitCode = code
}

/** Mistakes that are the caller's, or the machine's, are a sentence; everything else shows where it happened. */
const sentences = new Set(['ConfigError', 'StoreError', 'UnfitServer', 'UsageError', 'Refusal', 'Problem'])

// Who reads our output may stop early, as `head` does.
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await program.parseAsync()
} catch (problem) {
  if (problem instanceof CommanderError) ends(problem.exitCode === 0 ? 0 : 2)
  else {
    const isSentence = problem instanceof Error && sentences.has(problem.name)
    console.error(isSentence ? problem.message : problem)
    ends(isSentence && problem.name !== 'StoreError' ? 2 : 1)
  }
}
