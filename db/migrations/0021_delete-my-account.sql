CREATE TABLE "account_deletions" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"began_at" timestamp with time zone,
	"letter_claimed_at" timestamp with time zone,
	CONSTRAINT "account_deletions_due_later" CHECK ("account_deletions"."due_at" > "account_deletions"."asked_at")
);
--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "about_id" uuid;--> statement-breakpoint
ALTER TABLE "account_deletions" ADD CONSTRAINT "account_deletions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_deletions_due" ON "account_deletions" USING btree ("due_at");--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_about_id_people_id_fk" FOREIGN KEY ("about_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notifications_about" ON "notifications" USING btree ("about_id") WHERE "notifications"."about_id" is not null;--> statement-breakpoint
UPDATE "notifications" SET "about_id" = "join_requests"."person_id" FROM "join_requests"
  WHERE "notifications"."kind" = 'networks.join-requested'
    AND "notifications"."occasion" = 'join-requested:' || "join_requests"."id";
