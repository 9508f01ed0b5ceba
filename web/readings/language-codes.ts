/** Languages that are offered by name; every other can be typed by its letters (ISO 639). */
export const languageCodes =
  'en de fr es pt it nl ar pl tr ru uk sv da nb fi cs hu ro el he hi id vi th ja ko zh'.split(' ')
