import type { PackContent } from "../pack-content";
import aChairOfCardboard from "./a-chair-of-cardboard";
import aHandThatGrips from "./a-hand-that-grips";
import archesWithoutGlue from "./arches-without-glue";
import armsOfWater from "./arms-of-water";
import bambooJoints from "./bamboo-joints";
import batteriesFromTheKitchen from "./batteries-from-the-kitchen";
import beamsThatBend from "./beams-that-bend";
import boatsThatSailUpwind from "./boats-that-sail-upwind";
import bridgesThatHold from "./bridges-that-hold";
import brueckenAusPapier from "./bruecken-aus-papier";
import catchTheWind from "./catch-the-wind";
import cleanWaterFromMud from "./clean-water-from-mud";
import cranesAndCounterweights from "./cranes-and-counterweights";
import crashCushions from "./crash-cushions";
import domesFromNewspaper from "./domes-from-newspaper";
import filtrerLEauDePluie from "./filtrer-l-eau-de-pluie";
import gardensThatWaterThemselves from "./gardens-that-water-themselves";
import gasFromPeelings from "./gas-from-peelings";
import glidersThatCarry from "./gliders-that-carry";
import hearTheHeart from "./hear-the-heart";
import helmetsForEggs from "./helmets-for-eggs";
import holdBackTheSea from "./hold-back-the-sea";
import holdTheHillside from "./hold-the-hillside";
import homesAboveTheFlood from "./homes-above-the-flood";
import housesThatStayWarm from "./houses-that-stay-warm";
import keepItCold from "./keep-it-cold";
import liftTheWater from "./lift-the-water";
import lightCarriesWords from "./light-carries-words";
import lightsAtTheCrossing from "./lights-at-the-crossing";
import mapsFromAngles from "./maps-from-angles";
import mixPourBreak from "./mix-pour-break";
import packagingThatProtects from "./packaging-that-protects";
import plasticFromMilk from "./plastic-from-milk";
import quietPlease from "./quiet-please";
import rampsForEveryone from "./ramps-for-everyone";
import roundTheCorner from "./round-the-corner";
import rubberBandRacers from "./rubber-band-racers";
import softLandings from "./soft-landings";
import sortTheRubbish from "./sort-the-rubbish";
import storiesWithCams from "./stories-with-cams";
import sunOvens from "./sun-ovens";
import talkToASatellite from "./talk-to-a-satellite";
import towersThatSway from "./towers-that-sway";
import underTheRiver from "./under-the-river";
import waterWheels from "./water-wheels";

/** Every pack of the demo world. */
export const packContents: PackContent[] = [
  aChairOfCardboard,
  aHandThatGrips,
  archesWithoutGlue,
  armsOfWater,
  bambooJoints,
  batteriesFromTheKitchen,
  beamsThatBend,
  boatsThatSailUpwind,
  bridgesThatHold,
  brueckenAusPapier,
  catchTheWind,
  cleanWaterFromMud,
  cranesAndCounterweights,
  crashCushions,
  domesFromNewspaper,
  filtrerLEauDePluie,
  gardensThatWaterThemselves,
  gasFromPeelings,
  glidersThatCarry,
  hearTheHeart,
  helmetsForEggs,
  holdBackTheSea,
  holdTheHillside,
  homesAboveTheFlood,
  housesThatStayWarm,
  keepItCold,
  liftTheWater,
  lightCarriesWords,
  lightsAtTheCrossing,
  mapsFromAngles,
  mixPourBreak,
  packagingThatProtects,
  plasticFromMilk,
  quietPlease,
  rampsForEveryone,
  roundTheCorner,
  rubberBandRacers,
  softLandings,
  sortTheRubbish,
  storiesWithCams,
  sunOvens,
  talkToASatellite,
  towersThatSway,
  underTheRiver,
  waterWheels,
];
