CREATE TABLE "school_duplicates" (
	"one_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"score" double precision NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"found_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	CONSTRAINT "school_duplicates_one_id_other_id_pk" PRIMARY KEY("one_id","other_id"),
	CONSTRAINT "school_duplicates_ordered" CHECK ("school_duplicates"."one_id" < "school_duplicates"."other_id"),
	CONSTRAINT "school_duplicates_state_known" CHECK ("school_duplicates"."state" in ('open','dismissed','merged'))
);
--> statement-breakpoint
CREATE TABLE "school_merge_moves" (
	"merge_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"row_id" uuid NOT NULL,
	CONSTRAINT "school_merge_moves_merge_id_reference_row_id_pk" PRIMARY KEY("merge_id","reference","row_id")
);
--> statement-breakpoint
CREATE TABLE "school_merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"losing_id" uuid NOT NULL,
	"surviving_id" uuid NOT NULL,
	"merged_by" uuid,
	"merged_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone,
	"survivor_changes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "school_merges_two" CHECK ("school_merges"."losing_id" <> "school_merges"."surviving_id")
);
--> statement-breakpoint
ALTER TABLE "schools" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "school_duplicates" ADD CONSTRAINT "school_duplicates_one_id_schools_id_fk" FOREIGN KEY ("one_id") REFERENCES "public"."schools"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "school_duplicates" ADD CONSTRAINT "school_duplicates_other_id_schools_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."schools"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "school_merge_moves" ADD CONSTRAINT "school_merge_moves_merge_id_school_merges_id_fk" FOREIGN KEY ("merge_id") REFERENCES "public"."school_merges"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "school_merges" ADD CONSTRAINT "school_merges_losing_id_schools_id_fk" FOREIGN KEY ("losing_id") REFERENCES "public"."schools"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "school_merges" ADD CONSTRAINT "school_merges_surviving_id_schools_id_fk" FOREIGN KEY ("surviving_id") REFERENCES "public"."schools"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "school_merges" ADD CONSTRAINT "school_merges_merged_by_people_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "school_duplicates_other" ON "school_duplicates" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "school_duplicates_state" ON "school_duplicates" USING btree ("state","score");--> statement-breakpoint
CREATE UNIQUE INDEX "school_merges_standing_unique" ON "school_merges" USING btree ("losing_id") WHERE "school_merges"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "school_merges_surviving" ON "school_merges" USING btree ("surviving_id");--> statement-breakpoint
CREATE INDEX "school_merges_person" ON "school_merges" USING btree ("merged_by");--> statement-breakpoint
CREATE INDEX "school_merges_merged" ON "school_merges" USING btree ("merged_at");--> statement-breakpoint
ALTER TABLE "schools" ADD CONSTRAINT "schools_merged_into_schools_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "schools_added" ON "schools" USING btree ("latitude","longitude") WHERE "schools"."register_id" is null;--> statement-breakpoint
CREATE INDEX "schools_merged_into" ON "schools" USING btree ("merged_into") WHERE "schools"."merged_into" is not null;--> statement-breakpoint
ALTER TABLE "schools" ADD CONSTRAINT "schools_merged_elsewhere" CHECK ("schools"."merged_into" <> "schools"."id");--> statement-breakpoint
-- A merge moves the stays first and then the people. Their open stay is then at the new school already: nobody left
-- anything, and nothing begins.
CREATE OR REPLACE FUNCTION note_school_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.school_id IS NOT DISTINCT FROM OLD.school_id THEN RETURN NULL; END IF;
    IF EXISTS (SELECT FROM school_stays
      WHERE person_id = NEW.id AND ended_at IS NULL AND school_id = NEW.school_id) THEN RETURN NULL; END IF;
    DELETE FROM school_stays
      WHERE person_id = NEW.id AND ended_at IS NULL AND started_at > now() - interval '1 day';
    UPDATE school_stays SET ended_at = now() WHERE person_id = NEW.id AND ended_at IS NULL;
  END IF;
  IF NEW.school_id IS NOT NULL THEN
    INSERT INTO school_stays (person_id, school_id, started_at)
      VALUES (NEW.id, NEW.school_id, CASE TG_OP WHEN 'INSERT' THEN NEW.created_at ELSE now() END);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Both views anew, without schools that were merged into another.
DROP MATERIALIZED VIEW school_squares;
--> statement-breakpoint
CREATE MATERIALIZED VIEW school_squares AS
  WITH fine AS (
    SELECT country,
      floor((longitude + 180) * degree_width(country) / 0.036::double precision)::integer AS "column",
      floor((90 - latitude) / 0.036::double precision)::integer AS "row",
      count(*)::integer AS schools
    FROM schools
    WHERE merged_into IS NULL AND (closed_on IS NULL OR closed_on > current_date)
    GROUP BY 1, 2, 3
  )
  SELECT country, 'area'::text AS level, "column", "row", schools FROM fine
  UNION ALL
  SELECT country, 'country', "column" / 4, "row" / 4, sum(schools)::integer FROM fine GROUP BY 1, 3, 4;
--> statement-breakpoint
CREATE UNIQUE INDEX school_squares_place ON school_squares (country, level, "row", "column");
--> statement-breakpoint
DROP MATERIALIZED VIEW school_words;
--> statement-breakpoint
CREATE MATERIALIZED VIEW school_words AS
  SELECT word, count(*)::integer AS schools
  FROM schools, LATERAL regexp_split_to_table(search_text, ' ') AS word
  WHERE merged_into IS NULL AND (closed_on IS NULL OR closed_on > current_date)
    AND char_length(word) BETWEEN 4 AND 40 AND word !~ '[0-9]'
  GROUP BY word;
--> statement-breakpoint
CREATE UNIQUE INDEX school_words_word ON school_words (word);
--> statement-breakpoint
CREATE INDEX school_words_trigram ON school_words USING gin (word gin_trgm_ops);
