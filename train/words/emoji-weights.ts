/** Emoji by what they say, in any language. Written by us. */
export const emojiWeights: Record<string, string> = {
  3: '😍🥰💖💕💗💘💝🤩🎉🏆💯',
  2: '😊😀😃😄😁🙂😘❤💙💚💛🧡💜🤎🖤🙏👍👏🙌💪🥳😇🤗🌟⭐✨💐🌹😻🎊👌✅',
  1: '😉😌😎😋😜😂🤣🔥☺😏🤝🎂🎁🌞☀🌈',
  '-1': '😕😐😑🙄😬😴🤔😟😪🥱🤷🤦⏳😅',
  '-2': '😞😔😒😢😭😩😫😣😖😤😠👎💔😨😰😥😓🤒🤕😷❌🚫😿☹😳🙁',
  '-3': '😡🤬🤮🤢💩🖕😱☠💀',
}
