DROP INDEX "schools_postcode_district";--> statement-breakpoint
ALTER TABLE "places" drop column "search_text";--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "search_text" text GENERATED ALWAYS AS (' ' || plain_words("places"."name")) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "schools" drop column "search_text";--> statement-breakpoint
ALTER TABLE "schools" ADD COLUMN "search_text" text GENERATED ALWAYS AS (' ' || plain_words("schools"."name" || ' ' || "schools"."town" || ' ' || "schools"."postcode" || ' ' || replace("schools"."postcode", ' ', ''))) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "schools" ADD COLUMN "postcode_key" text GENERATED ALWAYS AS (upper(regexp_replace("schools"."postcode", '[^A-Za-z0-9]', '', 'g'))) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "places_search_prefix" ON "places" USING btree ("search_text" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "schools_search_prefix" ON "schools" USING btree ("search_text" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "schools_postcode_key" ON "schools" USING btree ("postcode_key" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "schools_postcode_district" ON "schools" USING btree ("postcode_district" text_pattern_ops);--> statement-breakpoint
ALTER TABLE "schools" ADD CONSTRAINT "schools_lengths" CHECK (char_length("schools"."name") between 1 and 200 and char_length("schools"."town") <= 100 and char_length("schools"."postcode") <= 20);
--> statement-breakpoint
-- Dropped together with the columns they stood on.
CREATE INDEX "schools_search_text" ON "schools" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "places_search_text" ON "places" USING gin ("search_text" gin_trgm_ops);
