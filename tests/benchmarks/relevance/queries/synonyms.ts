import { judged } from "./judged";

/** Another word for it: of the subject, of everyday speech, of another English. */
export const synonyms = judged(`
  prosthesis = a-hand-that-grips 3
  stethoscope = hear-the-heart 3
  geodesic dome = domes-from-newspaper 3
  coastal defence = hold-back-the-sea 3
  landslide = hold-the-hillside 3
  recycling = sort-the-rubbish 3, domes-from-newspaper 1, packaging-that-protects 1
  biogas = gas-from-peelings 3
  parachute = soft-landings 3
  fibre optics = light-carries-words 3
  noise = quiet-please 3
  arch = arches-without-glue 3
  irrigation = gardens-that-water-themselves 3
  hydropower = water-wheels 3
  cardboard furniture = a-chair-of-cardboard 3
  windmill = catch-the-wind 3
  aeroplane = gliders-that-carry 3
  subway = under-the-river 3
  automata = stories-with-cams 3
  surveying = maps-from-angles 3
  thermal insulation = houses-that-stay-warm 3, keep-it-cold 3
  soundproofing = quiet-please 3
  skyscraper = towers-that-sway 3
  archimedes screw = lift-the-water 3
  sailing boat = boats-that-sail-upwind 3
  accessibility = ramps-for-everyone 3
  electric cell = batteries-from-the-kitchen 3
  retaining wall = hold-the-hillside 3
`);
