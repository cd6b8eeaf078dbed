CREATE TABLE "search_changes" (
	"type" text NOT NULL,
	"record_id" uuid NOT NULL,
	CONSTRAINT "search_changes_type_record_id_pk" PRIMARY KEY("type","record_id")
);
--> statement-breakpoint
CREATE TABLE "search_synonyms" (
	"word" text collate "C" NOT NULL,
	"phrase" text collate "C" NOT NULL,
	"others" text[] NOT NULL,
	CONSTRAINT "search_synonyms_word_phrase_pk" PRIMARY KEY("word","phrase")
);
--> statement-breakpoint
CREATE INDEX "search_documents_type_language_newest" ON "search_documents" USING btree ("type",split_part("language", '-', 1),"newest_at","record_id");
--> statement-breakpoint
-- Words and bodies lie beside their rows as they are: packing them saves a sixth of the space and costs more time than
-- reading it, and the beginning of a body can be read without the rest. Rows stay short, because counting facets reads
-- thousands of them; what they are counted from stays inside.
ALTER TABLE "search_documents" ALTER COLUMN "words" SET STORAGE EXTERNAL, ALTER COLUMN "body" SET STORAGE EXTERNAL,
  ALTER COLUMN "facets" SET STORAGE MAIN, ALTER COLUMN "audience" SET STORAGE MAIN,
  SET (toast_tuple_target = 512);
