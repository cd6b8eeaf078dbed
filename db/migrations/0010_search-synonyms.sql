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
