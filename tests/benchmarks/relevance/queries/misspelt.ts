import { judged } from "./judged";

/** Slips of the pen, and words spelt by ear. */
export const misspelt = judged(`
  turbne = catch-the-wind 3, water-wheels 2, cranes-and-counterweights 1
  sattelite = talk-to-a-satellite 3
  hydralic arm = arms-of-water 3
  erthquake = towers-that-sway 3
  crash cushon = crash-cushions 3
  bambo joints = bamboo-joints 3
  counterwieght = cranes-and-counterweights 3
  periscop = round-the-corner 3
  tunel = under-the-river 3
  filtr water = clean-water-from-mud 3, filtrer-l-eau-de-pluie 3
  micrbit radio = micro-chat 2, radio-bridge 2, mood-radio 2, rotary-dial-radio 2, radio-games 2, tele-potato 1, hot-potato 1, infection 1, fireflies 1, voting-machine 1
  stethascope = hear-the-heart 3
  parashute = soft-landings 3
  insulasion = houses-that-stay-warm 3, keep-it-cold 2, quiet-please 2
  recycleing = sort-the-rubbish 3
  geodsic dome = domes-from-newspaper 3
  biogaz plant = gas-from-peelings 3
  wheelchiar ramp = ramps-for-everyone 3
  trafic lights = lights-at-the-crossing 3, interactive-traffic-lights-with-python 3
  telescoop = round-the-corner 3
  pedulum = glowing-pendulum-blocks-lesson 3, glowing-pendulum-block-activity 3, glowing-pendulum-blocks-challenges 2, glowing-pendulum-block-tutorial 3, glowing-pendulum-quiz 1, glowing-pendulum-quiz-answers 1
  necklases = binary-name-necklaces 3
  windturbine = catch-the-wind 3
  paper brdige = bruecken-aus-papier 3, bridges-that-hold 2
`);
