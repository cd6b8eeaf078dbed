-- Punctuation as one reads over it: the first 37 of these characters become spaces, the rest (apostrophes and dots) are dropped.
-- A list, not a character class, so that no locale can change it.
CREATE FUNCTION without_punctuation(value text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT translate(value,
    E'-\u2010\u2011\u2013\u2014/,;:&()[]{}"\u201c\u201d\u00ab\u00bb_+*%\\|!?#@=<>~^$\'\u2019\u2018\u02bc`\u00b4\u00b7.',
    repeat(' ', 37)) $$;
--> statement-breakpoint
-- Text as people type it when they look for something: lower case, no accents, "St. Mary's" as "st marys", single spaces. Holds no
-- character that means something to LIKE. Punctuation goes twice, for taking accents away makes new ("…" becomes "...").
CREATE FUNCTION plain_words(value text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT btrim(regexp_replace(
    public.without_punctuation(public.fold(public.without_punctuation(value))), '\s+', ' ', 'g')) $$;
--> statement-breakpoint
-- How long a degree of longitude is in the middle of a country, in degrees of latitude; the same numbers as in
-- db/seeds/land/degree-widths.json (a test compares them).
CREATE FUNCTION degree_width(country text) RETURNS double precision
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT coalesce((jsonb '
    {"AD":0.737, "AE":0.9093, "AF":0.8261, "AG":0.9546, "AI":0.9499, "AL":0.753, "AM":0.7654, "AO":0.9808,
    "AR":0.7839, "AS":0.9755, "AT":0.6731, "AU":0.892, "AW":0.9762, "AX":0.4975, "AZ":0.7649, "BA":0.7203,
    "BB":0.9737, "BD":0.9164, "BE":0.6361, "BF":0.9766, "BG":0.7345, "BH":0.8976, "BI":0.9983, "BJ":0.9875,
    "BL":0.9516, "BM":0.8451, "BN":0.9965, "BO":0.9602, "BQ":0.9664, "BR":0.9679, "BS":0.9142, "BT":0.8876,
    "BW":0.9277, "BY":0.5896, "BZ":0.955, "CA":0.5396, "CC":0.9776, "CD":0.9975, "CF":0.9934, "CG":0.9999,
    "CH":0.6844, "CI":0.9913, "CK":0.9322, "CL":0.8032, "CM":0.9915, "CN":0.82, "CO":0.9968, "CR":0.9854,
    "CU":0.9302, "CV":0.9611, "CW":0.9774, "CX":0.9835, "CY":0.8201, "CZ":0.6455, "DE":0.627, "DJ":0.9792,
    "DK":0.5569, "DM":0.964, "DO":0.9464, "DZ":0.8806, "EC":0.9996, "EE":0.5211, "EG":0.8917, "EH":0.9125,
    "ER":0.9677, "ES":0.766, "ET":0.9871, "FI":0.4235, "FJ":0.9642, "FK":0.6199, "FM":0.9955, "FO":0.4708,
    "FR":0.6884, "GA":0.9999, "GB":0.5678, "GD":0.9772, "GE":0.7394, "GF":0.9967, "GG":0.6485, "GH":0.9904,
    "GI":0.8077, "GL":0.3993, "GM":0.9726, "GN":0.9847, "GP":0.9605, "GQ":0.9998, "GR":0.785, "GS":0.5838,
    "GT":0.9637, "GU":0.9727, "GW":0.9785, "GY":0.9949, "HK":0.9247, "HN":0.9668, "HR":0.7135, "HT":0.9455,
    "HU":0.68, "ID":0.9991, "IE":0.5976, "IL":0.8534, "IM":0.5846, "IN":0.9338, "IO":0.992, "IQ":0.8329,
    "IR":0.8447, "IS":0.4229, "IT":0.7514, "JE":0.6533, "JM":0.9503, "JO":0.8539, "JP":0.8204, "KE":1, "KG":0.752,
    "KH":0.9761, "KI":0.999, "KM":0.9786, "KN":0.9549, "KP":0.7612, "KR":0.8109, "KW":0.8717, "KY":0.9426,
    "KZ":0.6717, "LA":0.9516, "LB":0.8308, "LC":0.9707, "LI":0.6801, "LK":0.9906, "LR":0.9938, "LS":0.8696,
    "LT":0.5712, "LU":0.6453, "LV":0.5465, "LY":0.8782, "MA":0.8729, "MC":0.7225, "MD":0.6823, "ME":0.7349,
    "MF":0.9506, "MG":0.9466, "MH":0.9904, "MK":0.7477, "ML":0.959, "MM":0.9474, "MN":0.6798, "MO":0.9261,
    "MP":0.9655, "MQ":0.9675, "MR":0.9397, "MS":0.9576, "MT":0.8096, "MU":0.9639, "MV":0.9985, "MW":0.9731,
    "MX":0.9162, "MY":0.9976, "MZ":0.9451, "NA":0.9201, "NC":0.9324, "NE":0.9638, "NF":0.8742, "NG":0.9876,
    "NI":0.975, "NL":0.6122, "NO":0.4305, "NP":0.8818, "NR":1, "NU":0.9452, "NZ":0.757, "OM":0.9297, "PA":0.9892,
    "PE":0.9868, "PF":0.9612, "PG":0.9939, "PH":0.9755, "PK":0.864, "PL":0.6168, "PM":0.6828, "PN":0.9058,
    "PR":0.9498, "PS":0.849, "PT":0.7716, "PW":0.9953, "PY":0.916, "QA":0.9021, "RE":0.9328, "RO":0.6951,
    "RS":0.7169, "RU":0.5378, "RW":0.9994, "SA":0.9126, "SB":0.9884, "SC":0.9969, "SD":0.9627, "SE":0.4666,
    "SG":0.9997, "SH":0.9239, "SI":0.6929, "SJ":0.266, "SK":0.6603, "SL":0.9888, "SM":0.72, "SN":0.9681,
    "SO":0.9959, "SR":0.9955, "SS":0.9928, "ST":0.9999, "SV":0.9713, "SX":0.9509, "SY":0.8213, "SZ":0.8944,
    "TC":0.9292, "TD":0.9669, "TF":0.6514, "TG":0.9887, "TH":0.974, "TJ":0.7805, "TK":0.9878, "TL":0.9882,
    "TM":0.779, "TN":0.8243, "TO":0.9474, "TR":0.7776, "TT":0.9827, "TV":0.9919, "TW":0.913, "TZ":0.9942,
    "UA":0.6588, "UG":0.9998, "US":0.705, "UY":0.8426, "UZ":0.7549, "VA":0.7443, "VC":0.9738, "VE":0.9927,
    "VG":0.9487, "VI":0.9509, "VN":0.9613, "VU":0.9578, "WF":0.9711, "WS":0.9714, "XK":0.7365, "YE":0.966,
    "YT":0.9751, "ZA":0.8782, "ZM":0.9738, "ZW":0.9448}
  ' ->> country)::double precision, 1) $$;
