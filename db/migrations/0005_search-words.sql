-- The index is derived: it is emptied here and made anew by `reindex`.
TRUNCATE "search_documents", "search_words";--> statement-breakpoint
CREATE TABLE "search_spellings" (
	"word" text collate "C" PRIMARY KEY NOT NULL,
	"keys" text[] NOT NULL
);
--> statement-breakpoint
DROP INDEX "search_documents_title";--> statement-breakpoint
DROP INDEX "search_words_trigram";--> statement-breakpoint
DROP INDEX "search_documents_newest";--> statement-breakpoint
ALTER TABLE "search_words" ALTER COLUMN "word" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "title_key" text collate "C" NOT NULL;--> statement-breakpoint
ALTER TABLE "search_words" ADD COLUMN "for_everyone" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "search_words" ADD COLUMN "for_members" integer NOT NULL;--> statement-breakpoint
CREATE INDEX "search_spellings_keys" ON "search_spellings" USING gin ("keys");--> statement-breakpoint
CREATE INDEX "search_documents_type_newest" ON "search_documents" USING btree ("type","newest_at","record_id");--> statement-breakpoint
CREATE INDEX "search_documents_type_title" ON "search_documents" USING btree ("type","title_key");--> statement-breakpoint
CREATE INDEX "search_documents_type_minutes" ON "search_documents" USING btree ("type","minutes");--> statement-breakpoint
CREATE INDEX "search_documents_newest" ON "search_documents" USING btree ("newest_at","record_id");