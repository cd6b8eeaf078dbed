import { judged } from "./judged";

/** The record is known; its title, or what is remembered of it, is typed. */
export const knownItems = judged(`
  bridges that hold = bridges-that-hold 3
  catch the wind = catch-the-wind 3
  hear the heart = hear-the-heart 3
  helmets for eggs = helmets-for-eggs 3
  under the river = under-the-river 3
  maps from angles = maps-from-angles 3
  talk to a satellite = talk-to-a-satellite 3
  soft landings = soft-landings 3
  round the corner = round-the-corner 3
  quiet please = quiet-please 3
  stories with cams = stories-with-cams 3
  Mix, pour, break = mix-pour-break 3
  a chair of cardboard = a-chair-of-cardboard 3
  hold back the sea = hold-back-the-sea 3
  the hand that grips = a-hand-that-grips 3
  kitchen batteries = batteries-from-the-kitchen 3
  newspaper dome = domes-from-newspaper 3
  rubber band racer = rubber-band-racers 3
  binary candles = binary-candles-or-normal-candles-on-your-cake 3
  where is my hat = where-is-my-hat 3
  milk carton robot = milk-carton-robot 3
  duct tape watch = duct-tape-watch 3, watch 1, the-watch 2
  banana keyboard = banana-keyboard 3
  rock paper scissors = rock-paper-scissors 3, rock-paper-scissors-v2 3, rock-paper-scissors-teams 3
  broadcasting spells = broadcasting-spells 2, broadcasting-spells-en 3
  divide and conquer = divide-and-conquer 3, divide-and-conquer-en 3
`);
