import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { z } from 'zod'

const linkList = z.array(z.object({ source: z.string(), target: z.string() }))

interface Link {
  at: string
  to: string
}

/**
 * The platform package makes its library links in an install script, which package managers skip more and more.
 * Without them the server dies on `libicui18n.so.60`. Gives the links that are missing.
 */
export function missingLinks(native: string): Link[] {
  const links = [...listedLinks(native), ...linksByName(join(native, 'lib'))]
  return [...new Map(links.map((link) => [link.at, link])).values()].filter(({ at }) => !isThere(at))
}

export function recreateLinks(native: string): void {
  for (const { at, to } of missingLinks(native)) symlinkSync(relative(dirname(at), to), at)
}

function listedLinks(native: string): Link[] {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links = linkList.parse(JSON.parse(readFileSync(list, 'utf8')))
  const here = (path: string): string => join(native, path.replace(/^native\//, ''))
  return links.map(({ source, target }) => ({ at: here(target), to: here(source) }))
}

/** `libpq.so.5.18` is asked for as `libpq.so.5`. */
function linksByName(folder: string): Link[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((file) => {
    const [, short] = /^(lib.+\.so\.\d+)\.\d[\d.]*$/.exec(basename(file)) ?? []
    return short ? [{ at: join(folder, short), to: join(folder, file) }] : []
  })
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}
