import { judged } from "./judged";

/** A need in several words, as one would tell a colleague. */
export const severalWords = judged(`
  water filter = clean-water-from-mud 3, filtrer-l-eau-de-pluie 3
  earthquake tower = towers-that-sway 3
  wind turbine blades = catch-the-wind 3
  paper bridge = bruecken-aus-papier 3, bridges-that-hold 3
  egg drop = helmets-for-eggs 3, packaging-that-protects 2
  solar oven = sun-ovens 3
  lift water pump = lift-the-water 3
  how to build a crane = cranes-and-counterweights 3
  traffic light = lights-at-the-crossing 3, interactive-traffic-lights-with-python 3, red-light-green-light 1
  wheelchair ramp = ramps-for-everyone 3
  rubber band car = rubber-band-racers 3
  vaccine cool box = keep-it-cold 3
  lemon battery = batteries-from-the-kitchen 3
  bioplastic milk = plastic-from-milk 3
  concrete strength = mix-pour-break 3
  self watering plants = gardens-that-water-themselves 3, plant-watering 2
  egg helmet bike safety = helmets-for-eggs 3
  robot arm with syringes = arms-of-water 3
  spaghetti and marshmallow tower = towers-that-sway 3
  measuring heights with trigonometry = maps-from-angles 3
  pupils measure pulse = hear-the-heart 3
  protect a biscuit in the post = packaging-that-protects 3
  soil moisture sensor = soil-moisture 3, plant-watering 2
  check digit credit card = calculate-the-last-digit-of-a-credit-card-number 3, check-for-valid-credit-card-number 3, product-code-check-digits 2
  sorting network butterfly = growing-into-a-butterfly 3
  LEGO remote control car = lego-remote-controlled-car 3
  what can I do with old newspapers = domes-from-newspaper 3
  why do tall buildings fall down in earthquakes = towers-that-sway 3
  house on stilts flood = homes-above-the-flood 3
`);
