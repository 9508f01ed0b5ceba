import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { followUse } from './live/keep-focus.ts'
import { followConnection } from './live/connection.ts'
import { followKeys } from './live/keyboard.ts'
import { followLook, look } from './live/look.ts'
import { queryClient } from './live/request.ts'
import { tellGap } from './live/live-batches.ts'
import { sendWaiting } from './live/waiting-sends.ts'
import { speak } from './live/text.ts'
import { watchVersion } from './frame/watch-version.ts'
import { readOwnPage } from './live/client.ts'
import { router } from './router.tsx'
import { loadFloatingAhead } from './ui/dialog.tsx'
import './styles.css'

followLook()
followKeys()
followUse()
followConnection(() => {
  tellGap()
  void sendWaiting()
})
look.watch(() => void speak(look.get().language))
watchVersion(readOwnPage, new URL(import.meta.url).pathname)
await speak(look.get().language)

loadFloatingAhead()

const place = document.querySelector('#app')
if (!place) throw new Error('The page has no place for the app.')
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
