/** Numbers that look random and are the same for the same seed (mulberry32, public domain, Tommy Ettinger). */
export function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    /** From 0 up to, not including, 1. */
    next,
    /** One of a list. */
    pick: <Item>(list: readonly Item[]): Item => list[Math.floor(next() * list.length)]!,
    /** A moment between so many days ago and so many days ago. */
    daysAgo: (from: number, to: number) => new Date(Date.now() - (to + next() * (from - to)) * 86_400_000),
  };
}

export type Dice = ReturnType<typeof dice>;
