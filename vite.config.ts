import { gzipSync } from 'node:zlib'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { type Plugin, defineConfig } from 'vite'

/** What a browser loads before the inbox shows, in kilobytes packed; the budget is that of the interface design. */
const firstLoadBudget = 200
/** Besides the entry: the first screen and the texts of one language. */
const firstScreens = ['answer-page.tsx', 'en/catalogue.ts']

function isFirst(id: string | null): boolean {
  return firstScreens.some((name) => id?.endsWith(name))
}

function reportFirstLoad(): Plugin {
  return {
    name: 'report-first-load',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const open = chunks
        .filter((chunk) => chunk.isEntry || isFirst(chunk.facadeModuleId))
        .map((chunk) => chunk.fileName)
      const loaded = new Set<string>()
      for (let name = open.pop(); name !== undefined; name = open.pop()) {
        if (loaded.has(name)) continue
        loaded.add(name)
        open.push(...(chunks.find((chunk) => chunk.fileName === name)?.imports ?? []))
      }
      const bytes = chunks
        .filter((chunk) => loaded.has(chunk.fileName))
        .reduce((sum, chunk) => sum + gzipSync(chunk.code).length, 0)
      const kilobytes = Math.round(bytes / 1_000)
      const line = `first-load script: ${kilobytes} KB gzipped (budget ${firstLoadBudget} KB)`
      if (kilobytes > firstLoadBudget) this.error(`${line}. Load something later.`)
      else console.log(line)
    },
  }
}

export default defineConfig({
  root: 'web',
  plugins: [react(), tailwindcss(), reportFirstLoad()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 600 },
  server: { proxy: { '/api': 'http://127.0.0.1:4400' } },
})
