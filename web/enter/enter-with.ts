import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type Method, call, signedOut } from '../live/client.ts'
import { Refusal } from '../live/refusal.ts'
import { queryClient, sentenceOf } from '../live/request.ts'
import { useText } from '../live/text.ts'

interface Entering {
  method?: Method
  path: string
  body: unknown
}

/** Sends what opens the door and goes in. The sentence for what is wrong stands at its field. */
export function useEntering(place: string) {
  const t = useText()
  const navigate = useNavigate()
  const entering = useMutation({
    mutationFn: ({ method = 'POST', path, body }: Entering) => call(method, path, { body }),
    onSuccess: () => {
      signedOut.set(false)
      queryClient.clear()
      void navigate({ href: place, replace: true })
    },
  })
  const field = entering.error instanceof Refusal ? entering.error.problem.field : undefined
  const sentence = entering.isError ? sentenceOf(entering.error, t('enter.unreachable')) : undefined
  return {
    enter: entering.mutate,
    isEntering: entering.isPending,
    sentence: field === undefined ? sentence : undefined,
    sentenceFor: (name: string) => (field === name ? sentence : undefined),
  }
}
