-- Open schools per country and square. 0.036 degrees of latitude is `steps.area` of app/features/schools/map.ts, four by four of
-- these are a square of the country level; the arithmetic is the same to the last bit, so that both agree on every square.
CREATE MATERIALIZED VIEW school_squares AS
  WITH fine AS (
    SELECT country,
      floor((longitude + 180) * degree_width(country) / 0.036::double precision)::integer AS "column",
      floor((90 - latitude) / 0.036::double precision)::integer AS "row",
      count(*)::integer AS schools
    FROM schools
    WHERE closed_on IS NULL OR closed_on > current_date
    GROUP BY 1, 2, 3
  )
  SELECT country, 'area'::text AS level, "column", "row", schools FROM fine
  UNION ALL
  SELECT country, 'country', "column" / 4, "row" / 4, sum(schools)::integer FROM fine GROUP BY 1, 3, 4;
--> statement-breakpoint
-- Unique, so that it can be refreshed while it is read.
CREATE UNIQUE INDEX school_squares_place ON school_squares (country, level, "row", "column");
--> statement-breakpoint
CREATE MATERIALIZED VIEW school_words AS
  SELECT word, count(*)::integer AS schools
  FROM schools, LATERAL regexp_split_to_table(search_text, ' ') AS word
  WHERE (closed_on IS NULL OR closed_on > current_date)
    AND char_length(word) BETWEEN 4 AND 40 AND word !~ '[0-9]'
  GROUP BY word;
--> statement-breakpoint
CREATE UNIQUE INDEX school_words_word ON school_words (word);
--> statement-breakpoint
CREATE INDEX school_words_trigram ON school_words USING gin (word gin_trgm_ops);
