import { judged } from "./judged";

/** Words still being typed. */
export const beginnings = judged(`
  stethos = hear-the-heart 3
  hydrau = arms-of-water 3
  earthq = towers-that-sway 3
  parachu = soft-landings 3
  paper bri = bruecken-aus-papier 3, bridges-that-hold 2
  wind turb = catch-the-wind 3
  counterwe = cranes-and-counterweights 3
  solar ov = sun-ovens 3
  rainwater harv = filtrer-l-eau-de-pluie 3
  satel = talk-to-a-satellite 3
  rubber ba = rubber-band-racers 3
  bambo = bamboo-joints 3
  banana key = banana-keyboard 3
  éolien = catch-the-wind 3
`);
