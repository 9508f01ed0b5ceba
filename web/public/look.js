// Sets theme, density and language before the first paint; kept by web/live/look.ts.
;(function () {
  var look = {}
  try {
    look = JSON.parse(localStorage.getItem('earshot.look') || '{}')
  } catch {}
  var root = document.documentElement
  var dark = look.theme === 'dark' || (look.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.dataset.theme = dark ? 'dark' : 'light'
  root.dataset.density =
    look.density === 'compact' && !matchMedia('(pointer: coarse)').matches ? 'compact' : 'comfortable'
  if (look.language) root.lang = look.language
})()
