CREATE TABLE "email_tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "email_tokens_purpose_known" CHECK ("email_tokens"."purpose" in ('verify','reset'))
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"email_verified_at" timestamp with time zone,
	"site_roles" text[] DEFAULT '{}' NOT NULL,
	"school_id" uuid,
	"locale" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_email_lower" CHECK ("people"."email" = lower("people"."email")),
	CONSTRAINT "people_name_length" CHECK (char_length("people"."name") between 1 and 200),
	CONSTRAINT "people_site_roles_known" CHECK ("people"."site_roles" <@ array['administrator','librarian'])
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coordinators" (
	"id" uuid PRIMARY KEY NOT NULL,
	"network_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"duty" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"ended_at" timestamp with time zone,
	"appointed_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "coordinators_duty_known" CHECK ("coordinators"."duty" in ('lead','deputy')),
	CONSTRAINT "coordinators_term" CHECK ("coordinators"."ends_on" >= "coordinators"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "join_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"network_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"reason" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "join_requests_state_known" CHECK ("join_requests"."state" in ('waiting','admitted','declined','withdrawn')),
	CONSTRAINT "join_requests_message_length" CHECK (char_length("join_requests"."message") <= 2000),
	CONSTRAINT "join_requests_declined_with_reason" CHECK ("join_requests"."state" <> 'declined' or char_length("join_requests"."reason") > 0)
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"network_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"joined_at" timestamp with time zone DEFAULT now() NOT NULL,
	"left_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "networks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"country" char(2) NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"join_policy" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "networks_slug_unique" UNIQUE("slug"),
	CONSTRAINT "networks_slug_form" CHECK ("networks"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "networks_join_policy_known" CHECK ("networks"."join_policy" in ('open','request','closed')),
	CONSTRAINT "networks_latitude" CHECK ("networks"."latitude" between -90 and 90),
	CONSTRAINT "networks_longitude" CHECK ("networks"."longitude" between -180 and 180)
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"occasion" text NOT NULL,
	"details" jsonb NOT NULL,
	"path" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "activities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pack_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"minutes" smallint NOT NULL,
	"steps" text[] NOT NULL,
	CONSTRAINT "activities_position_unique" UNIQUE("pack_id","position"),
	CONSTRAINT "activities_minutes" CHECK ("activities"."minutes" > 0)
);
--> statement-breakpoint
CREATE TABLE "materials" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"kind" text NOT NULL,
	"synonyms" text[] DEFAULT '{}' NOT NULL,
	"names" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "materials_slug_unique" UNIQUE("slug"),
	CONSTRAINT "materials_kind_known" CHECK ("materials"."kind" in ('consumable','tool'))
);
--> statement-breakpoint
CREATE TABLE "pack_materials" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pack_id" uuid NOT NULL,
	"material_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"per_group" numeric(10, 3),
	"per_class" numeric(10, 3),
	"unit" text NOT NULL,
	"note" text,
	"used_in" smallint[] NOT NULL,
	CONSTRAINT "pack_materials_position_unique" UNIQUE("pack_id","position"),
	CONSTRAINT "pack_materials_quantity" CHECK (coalesce("pack_materials"."per_group", 0) >= 0 and coalesce("pack_materials"."per_class", 0) >= 0 and coalesce("pack_materials"."per_group", "pack_materials"."per_class") is not null)
);
--> statement-breakpoint
CREATE TABLE "packs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"language" text NOT NULL,
	"summary" text NOT NULL,
	"why" text NOT NULL,
	"subjects" text[] NOT NULL,
	"age_from" smallint NOT NULL,
	"age_to" smallint NOT NULL,
	"group_size" smallint NOT NULL,
	"licence" text NOT NULL,
	"safety" text[] DEFAULT '{}' NOT NULL,
	"careers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"keywords" text[] DEFAULT '{}' NOT NULL,
	"drawing" text[] DEFAULT '{}' NOT NULL,
	"minutes" integer NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	"reviewed_at" timestamp with time zone,
	CONSTRAINT "packs_slug_unique" UNIQUE("slug"),
	CONSTRAINT "packs_ages" CHECK ("packs"."age_from" between 3 and 19 and "packs"."age_to" between "packs"."age_from" and 19),
	CONSTRAINT "packs_group_size" CHECK ("packs"."group_size" between 1 and 40),
	CONSTRAINT "packs_minutes" CHECK ("packs"."minutes" > 0),
	CONSTRAINT "packs_subjects_some" CHECK (cardinality("packs"."subjects") > 0)
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"act" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kept_mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"window_ends_at" timestamp with time zone NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "site_facts" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "resources" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"identifier" text,
	"title" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"language" text NOT NULL,
	"kind" text DEFAULT '' NOT NULL,
	"subjects" text[] DEFAULT '{}' NOT NULL,
	"topics" text[] DEFAULT '{}' NOT NULL,
	"materials" text[] DEFAULT '{}' NOT NULL,
	"licence" text NOT NULL,
	"author" text DEFAULT '' NOT NULL,
	"collection" text DEFAULT '' NOT NULL,
	"minutes" integer,
	"age_from" smallint,
	"age_to" smallint,
	"source" jsonb,
	"source_hash" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "resources_slug_unique" UNIQUE("slug"),
	CONSTRAINT "resources_identifier_unique" UNIQUE("identifier")
);
--> statement-breakpoint
CREATE TABLE "places" (
	"id" uuid PRIMARY KEY NOT NULL,
	"country" char(2) NOT NULL,
	"name" text NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"search_text" text GENERATED ALWAYS AS (fold("places"."name")) STORED NOT NULL
);
--> statement-breakpoint
CREATE TABLE "schools" (
	"id" uuid PRIMARY KEY NOT NULL,
	"country" char(2) NOT NULL,
	"register_id" text,
	"name" text NOT NULL,
	"town" text DEFAULT '' NOT NULL,
	"postcode" text DEFAULT '' NOT NULL,
	"postcode_district" text GENERATED ALWAYS AS (upper(split_part("schools"."postcode", ' ', 1))) STORED NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"local_authority" text,
	"phase" text,
	"type" text,
	"address" text,
	"closed_on" date,
	"search_text" text GENERATED ALWAYS AS (fold("schools"."name" || ' ' || "schools"."town" || ' ' || "schools"."postcode" || ' ' || replace("schools"."postcode", ' ', ''))) STORED NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "schools_latitude" CHECK ("schools"."latitude" between -90 and 90),
	CONSTRAINT "schools_longitude" CHECK ("schools"."longitude" between -180 and 180),
	CONSTRAINT "schools_country" CHECK ("schools"."country" ~ '^[A-Z]{2}$')
);
--> statement-breakpoint
CREATE TABLE "search_documents" (
	"type" text NOT NULL,
	"record_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"body" text NOT NULL,
	"language" text NOT NULL,
	"shown" jsonb NOT NULL,
	"facets" text[] NOT NULL,
	"audience" text[] NOT NULL,
	"words" "tsvector" NOT NULL,
	"minutes" integer,
	"newest_at" timestamp with time zone NOT NULL,
	"indexed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "search_documents_type_record_id_pk" PRIMARY KEY("type","record_id")
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text PRIMARY KEY NOT NULL,
	"documents" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "email_tokens" ADD CONSTRAINT "email_tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coordinators" ADD CONSTRAINT "coordinators_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coordinators" ADD CONSTRAINT "coordinators_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coordinators" ADD CONSTRAINT "coordinators_appointed_by_people_id_fk" FOREIGN KEY ("appointed_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_pack_id_packs_id_fk" FOREIGN KEY ("pack_id") REFERENCES "public"."packs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pack_materials" ADD CONSTRAINT "pack_materials_pack_id_packs_id_fk" FOREIGN KEY ("pack_id") REFERENCES "public"."packs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pack_materials" ADD CONSTRAINT "pack_materials_material_id_materials_id_fk" FOREIGN KEY ("material_id") REFERENCES "public"."materials"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packs" ADD CONSTRAINT "packs_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "email_tokens_person" ON "email_tokens" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email_unique" ON "people" USING btree ("email");--> statement-breakpoint
CREATE INDEX "people_school" ON "people" USING btree ("school_id");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_expires" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "coordinators_person_unique" ON "coordinators" USING btree ("network_id","person_id") WHERE "coordinators"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "coordinators_lead_unique" ON "coordinators" USING btree ("network_id") WHERE "coordinators"."ended_at" is null and "coordinators"."duty" = 'lead';--> statement-breakpoint
CREATE INDEX "coordinators_person" ON "coordinators" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "join_requests_waiting_unique" ON "join_requests" USING btree ("network_id","person_id") WHERE "join_requests"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "join_requests_person" ON "join_requests" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_current_unique" ON "memberships" USING btree ("network_id","person_id") WHERE "memberships"."left_at" is null;--> statement-breakpoint
CREATE INDEX "memberships_person" ON "memberships" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "memberships_joined" ON "memberships" USING btree ("network_id","joined_at");--> statement-breakpoint
CREATE INDEX "networks_country" ON "networks" USING btree ("country");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_occasion_unique" ON "notifications" USING btree ("person_id","occasion");--> statement-breakpoint
CREATE INDEX "notifications_person_newest" ON "notifications" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("person_id") WHERE "notifications"."read_at" is null;--> statement-breakpoint
CREATE INDEX "pack_materials_material" ON "pack_materials" USING btree ("material_id");--> statement-breakpoint
CREATE INDEX "packs_published" ON "packs" USING btree ("published_at");--> statement-breakpoint
CREATE INDEX "audit_entries_at" ON "audit_entries" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_entries_subject" ON "audit_entries" USING btree ("subject_type","subject_id");--> statement-breakpoint
CREATE INDEX "kept_mails_created" ON "kept_mails" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "rate_limits_window" ON "rate_limits" USING btree ("window_ends_at");--> statement-breakpoint
CREATE INDEX "resources_created" ON "resources" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "resources_language" ON "resources" USING btree ("language");--> statement-breakpoint
CREATE UNIQUE INDEX "places_unique" ON "places" USING btree ("country","name","latitude","longitude");--> statement-breakpoint
CREATE INDEX "places_search_text" ON "places" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "schools_register_unique" ON "schools" USING btree ("country","register_id");--> statement-breakpoint
CREATE INDEX "schools_search_text" ON "schools" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "schools_postcode_district" ON "schools" USING btree ("country","postcode_district");--> statement-breakpoint
CREATE INDEX "schools_position" ON "schools" USING btree ("latitude","longitude");--> statement-breakpoint
CREATE INDEX "search_documents_words" ON "search_documents" USING gin ("words");--> statement-breakpoint
CREATE INDEX "search_documents_facets" ON "search_documents" USING gin ("facets");--> statement-breakpoint
CREATE INDEX "search_documents_title" ON "search_documents" USING gin (fold("title") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "search_documents_newest" ON "search_documents" USING btree ("type","newest_at");--> statement-breakpoint
CREATE INDEX "search_words_trigram" ON "search_words" USING gin ("word" gin_trgm_ops);