/** Generated from the server's OpenAPI document by `npm run api`. Do not edit. */
export interface paths {
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this process answers */
        get: operations["chengyun_web_api_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/log-out-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log out everywhere
         * @description All other log-ins of the account; with `here_too` this one as well.
         */
        post: operations["chengyun_org_api_account_end_sessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * New recovery codes
         * @description Earlier codes end.
         */
        post: operations["chengyun_org_api_account_renew_recovery_codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/safety": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Second factor, log-ins and covers of one's own */
        get: operations["chengyun_org_api_account_read_safety"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to set up one-time codes
         * @description Shows the secret once, as text and as a QR code; in force after `confirm`.
         */
        post: operations["chengyun_org_api_account_begin_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put one-time codes in force */
        post: operations["chengyun_org_api_account_confirm_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/second-factor/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop using one-time codes */
        post: operations["chengyun_org_api_account_remove_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of one's log-ins */
        delete: operations["chengyun_org_api_account_end_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{username}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One-time link
         * @description A link by which somebody sets a password; for people who may manage accounts.
         */
        post: operations["chengyun_org_api_issue_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{username}/log-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log an account out everywhere */
        post: operations["chengyun_org_api_safety_log_out_everywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{username}/require-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a new password */
        post: operations["chengyun_org_api_safety_require_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{username}/reset-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forget the second factor of an account */
        post: operations["chengyun_org_api_safety_reset_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{username}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lift the waits of an account */
        post: operations["chengyun_org_api_safety_unlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Log of log-ins and of what happened to accounts
         * @description Newest first, 50 a page. `kind` is one or several, separated by commas.
         */
        get: operations["chengyun_org_api_safety_list_account_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/events/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log as CSV or XLSX */
        get: operations["chengyun_org_api_safety_export_account_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/safety": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts: waits, second factor, log-ins */
        get: operations["chengyun_org_api_safety_list_states"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Appeals and exclusions of a month */
        get: operations["chengyun_appraisal_scoring_api_list_appeals"];
        put?: never;
        /**
         * Appeal for one's unit, or leave a case out
         * @description A unit's appeal waits for the centre; what the centre files is granted at once. 409 once the month is closed.
         */
        post: operations["chengyun_appraisal_scoring_api_file_appeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal/appeals/{appeal_id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rule on an appeal, or withdraw */
        post: operations["chengyun_appraisal_scoring_api_decide_appeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal/deductions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take points from a unit, with a reason */
        post: operations["chengyun_appraisal_scoring_api_add_deduction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal/deductions/{deduction_id}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lift a deduction */
        post: operations["chengyun_appraisal_scoring_api_lift_deduction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal/exclusions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases that were left out of the rates */
        get: operations["chengyun_appraisal_api_get_exclusions"];
        put?: never;
        /** Leave a case out of the rates */
        post: operations["chengyun_appraisal_api_post_exclusion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal/exclusions/{exclusion_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Count a case again */
        post: operations["chengyun_appraisal_api_withdraw_exclusion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal/indicator-months": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Closed months and their corrections */
        get: operations["chengyun_appraisal_api_get_months"];
        put?: never;
        /** Close a month */
        post: operations["chengyun_appraisal_api_close_month"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Indicators of a year: target, actual, forecast */
        get: operations["chengyun_appraisal_api_get_indicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal/indicators/{indicator_code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One indicator: months, lines, formula */
        get: operations["chengyun_appraisal_api_get_indicator"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal/outages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reliability ledger */
        get: operations["chengyun_appraisal_api_get_outages"];
        put?: never;
        /** Enter a failure or a planned maintenance */
        post: operations["chengyun_appraisal_api_post_outage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal/outages/{outage_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Correct or withdraw an entry */
        post: operations["chengyun_appraisal_api_change_outage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal/ratings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one is to rate, and one's own results */
        get: operations["chengyun_appraisal_scoring_api_get_ratings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal/ratings/{rating_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A drawn case, without personal data */
        get: operations["chengyun_appraisal_scoring_api_get_case_to_rate"];
        /** Rate a drawn case */
        put: operations["chengyun_appraisal_scoring_api_put_rating"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal/ratings/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Draw cases for raters
         * @description Stratified by unit and category; dealt evenly to the raters.
         */
        post: operations["chengyun_appraisal_scoring_api_draw_sample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal/ratings/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * A subdistrict's rating of departments
         * @description May be changed until the month is closed.
         */
        put: operations["chengyun_appraisal_scoring_api_rate_units"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was fed to indicators, with evidence */
        get: operations["chengyun_appraisal_api_get_records"];
        put?: never;
        /** Feed an indicator */
        post: operations["chengyun_appraisal_api_post_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal/records/{record_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what was fed */
        post: operations["chengyun_appraisal_api_withdraw_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal/records/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a table would feed; nothing is kept
         * @description CSV or XLSX as the template. Lines with faults come first; at most 500 are shown.
         */
        post: operations["chengyun_appraisal_api_preview_records"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal/records/table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Feed indicators by a table
         * @description All lines or none; `files`: evidence of all of them, uploaded before.
         */
        post: operations["chengyun_appraisal_api_post_records_table"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal/records/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The empty table of what is fed */
        get: operations["chengyun_appraisal_api_get_records_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal/scores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The ranking of a month by group
         * @description The centre sees all; a unit sees itself, and everybody once the circular is issued.
         */
        get: operations["chengyun_appraisal_scoring_api_get_ranking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal/scores/{month}/circular": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The circular of a closed month as PDF */
        get: operations["chengyun_appraisal_scoring_api_get_circular"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal/scores/{month}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a month: freeze and sign it */
        post: operations["chengyun_appraisal_scoring_api_close_month"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal/scores/{month}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue the circular of a month */
        post: operations["chengyun_appraisal_scoring_api_publish_month"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal/scores/{month}/units/{unit}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A unit's score sheet
         * @description Every line with how it is counted; each figure has the filter that opens its cases.
         */
        get: operations["chengyun_appraisal_scoring_api_get_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal/scores/{month}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check the seal of a closed month
         * @description Recomputes every total from the frozen cases and compares; nothing is changed.
         */
        get: operations["chengyun_appraisal_scoring_api_verify_month"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/reads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who saw, exported or printed what
         * @description Newest first, 50 a page. `clear`: only with personal data.
         */
        get: operations["chengyun_operations_api_list_reads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/reads/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV or XLSX */
        get: operations["chengyun_operations_api_export_reads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures of a period, each with the filter that opens its cases */
        get: operations["chengyun_insight_api_get_board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The table behind one panel of the board as XLSX */
        get: operations["chengyun_insight_api_export_panel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board/layout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My board: panels, order and size */
        get: operations["chengyun_insight_api_get_layout"];
        /** Keep my board as it is */
        put: operations["chengyun_insight_api_put_layout"];
        post?: never;
        /** My board as it was at first */
        delete: operations["chengyun_insight_api_delete_layout"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/budget/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Department budgets by year */
        get: operations["chengyun_budget_api_list_documents"];
        put?: never;
        /**
         * Keep a budget from a file
         * @description The same year and unit again: its next version. `year`, `name` where the file does not tell them.
         */
        post: operations["chengyun_budget_api_post_document"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/budget/documents/{document_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A budget: tables, targets, findings */
        get: operations["chengyun_budget_api_get_document"];
        put?: never;
        post?: never;
        /** Remove a budget */
        delete: operations["chengyun_budget_api_delete_document"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/budget/documents/{document_id}/evaluation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Self-evaluation of a form: targets, what was counted, points */
        get: operations["chengyun_budget_api_get_evaluation"];
        /**
         * Fill in a self-evaluation
         * @description 422 when a target was exceeded by 30 % or more without a word about it.
         */
        put: operations["chengyun_budget_api_put_evaluation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/budget/documents/{document_id}/evaluation/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The self-evaluation form as DOCX, PDF or XLSX */
        get: operations["chengyun_budget_api_get_evaluation_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/budget/documents/{document_id}/execution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was spent against the budget and the time gone, with warnings */
        get: operations["chengyun_budget_api_get_execution"];
        put?: never;
        /**
         * Monthly actuals by file
         * @description CSV or XLSX: 月份, 功能科目编码, 经济科目编码, 项目编码, 上年结转, 支出金额（元）. A month in the file replaces
         *     what is held of it.
         */
        post: operations["chengyun_budget_api_post_execution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/budget/documents/{document_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A budget as XLSX, CSV package, or the document to publish */
        get: operations["chengyun_budget_api_get_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/budget/documents/{document_id}/tables/{table}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * The rows of one table
         * @description All rules are run again. 409 when somebody changed the budget meanwhile.
         */
        put: operations["chengyun_budget_api_put_table"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/budget/documents/{document_id}/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The targets of a budget become the targets of the indicators */
        post: operations["chengyun_budget_api_post_targets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/budget/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read and check a budget; nothing is kept
         * @description A published text (UTF-8 or GB18030) or the XLSX template.
         */
        post: operations["chengyun_budget_api_preview_document"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/budget/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The empty XLSX form */
        get: operations["chengyun_budget_api_get_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List cases */
        get: operations["chengyun_cases_api_list_cases"];
        put?: never;
        /** Register a request (call-taker) */
        post: operations["chengyun_cases_api_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything about one case */
        get: operations["chengyun_cases_api_get_case"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}/actions/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do an action; the case lists which are possible and what each needs */
        post: operations["chengyun_cases_api_act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}/clocks/{clock_id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a limit ends when it does */
        get: operations["chengyun_cases_api_explain_clock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}/compare/{other}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Two cases side by side */
        get: operations["chengyun_cases_api_compare_get_comparison"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}/different/{other}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that two cases are not the same
         * @description Remembered with the name of who says so; the pair is not suggested again.
         */
        put: operations["chengyun_cases_api_compare_put_different"];
        post?: never;
        /** Take that back */
        delete: operations["chengyun_cases_api_compare_delete_different"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The history of a case */
        get: operations["chengyun_cases_api_get_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}/likely": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open cases that may be the same matter
         * @description The likest first, at most twenty, of what this person may see.
         */
        get: operations["chengyun_cases_api_compare_get_likely"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}/mentionable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Colleagues and units that a note can name, by pinyin */
        get: operations["chengyun_cases_api_notices_get_mentionable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}/print": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A case as PDF, personal data masked; recorded */
        get: operations["chengyun_cases_api_print_print_masked"];
        put?: never;
        /** A case as PDF with personal data, or masked; recorded with the reason */
        post: operations["chengyun_cases_api_print_print_with_reason"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who should handle a case, and why */
        get: operations["chengyun_dispatching_api_get_proposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases of the same person, place, category and matter */
        get: operations["chengyun_cases_api_related_get_related"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The replies of a case, each checked */
        get: operations["chengyun_replies_api_list_replies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}/replies/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a reply being written
         * @description Four elements, manners, empty phrases, whether it answers this request. Hints never hinder sending.
         */
        post: operations["chengyun_replies_api_check_reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}/replies/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a draft
         * @description The worker asks, without personal data; read GET /replies/drafts/{id} until `state` is done or failed.
         *     409 when no model is configured, 429 when one person or all together ask too much.
         */
        post: operations["chengyun_replies_api_order_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}/replies/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Good replies to like requests
         * @description Of closed cases whose callers were satisfied; personal data and days are blanks.
         */
        get: operations["chengyun_replies_api_list_good"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{number}/unmask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See who the requester is; recorded with the reason */
        post: operations["chengyun_cases_api_unmask_requester"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/bulk/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same action on many cases, a result for each */
        post: operations["chengyun_cases_api_act_on_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cases on the map: clusters, single cases, or heat
         * @description The filters of the list; at most 2,000 features, whatever lies in the box.
         */
        get: operations["chengyun_cases_api_map_get_map"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open or lately closed cases like what is being typed
         * @description The likest first, at most five, of what this person may see, masked. Nothing is kept of what was asked.
         */
        post: operations["chengyun_cases_api_similar_find_similar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/components": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Components by code, words, class, state, area */
        get: operations["chengyun_components_api_list_components"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/components/{component_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A component with its cases */
        get: operations["chengyun_components_api_get_component"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/components/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Components in view, counted in clusters
         * @description `bbox`: west,south,east,north in WGS-84.
         */
        get: operations["chengyun_components_api_map_components"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/components/of-case/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Components of a case, and near it */
        get: operations["chengyun_components_api_of_case"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/components/tie": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tie a case to a component, or take that back */
        post: operations["chengyun_components_api_tie"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/digests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My summaries, the newest first */
        get: operations["chengyun_insight_api_digests_get_digests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/digests/{digest_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of my summaries */
        get: operations["chengyun_insight_api_digests_get_digest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatching/acting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the platform may dispatch alone */
        get: operations["chengyun_dispatching_api_get_acting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatching/acting/{category_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Switch acting alone on or off */
        put: operations["chengyun_dispatching_api_switch_acting"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatching/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How often the first dispatch was right */
        get: operations["chengyun_dispatching_api_get_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatching/hints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The first proposal for each case of a list */
        get: operations["chengyun_dispatching_api_get_hints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatching/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions of the model with their cards */
        get: operations["chengyun_dispatching_api_get_models"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatching/models/{version_id}/promote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a version to use, or go back to an older one */
        post: operations["chengyun_dispatching_api_promote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatching/models/train": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Train a version now, by a job */
        post: operations["chengyun_dispatching_api_train_now"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatching/precedents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rulings on who handles what
         * @description Newest first. The case is named to those who may see it.
         */
        get: operations["chengyun_dispatching_rules_api_list_precedents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatching/precedents/{precedent_id}/mark": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a precedent no longer holds, or holds again */
        post: operations["chengyun_dispatching_rules_api_mark_precedent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatching/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Dispatch rules in the order of asking */
        get: operations["chengyun_dispatching_rules_api_list_rules"];
        put?: never;
        /**
         * Add a dispatch rule; it is off
         * @description Names become codes. 422 names the faults with their column; without a code it is given the next one.
         */
        post: operations["chengyun_dispatching_rules_api_add_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatching/rules/{rule_code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One dispatch rule */
        get: operations["chengyun_dispatching_rules_api_get_rule"];
        /**
         * Change a dispatch rule
         * @description 409 with the difference when somebody changed it since. A rule that is on must have been tried as it is to be.
         */
        put: operations["chengyun_dispatching_rules_api_change_rule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatching/rules/{rule_code}/switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch a rule on or off
         * @description On only after a dry run of exactly what it says: 422 otherwise.
         */
        post: operations["chengyun_dispatching_rules_api_switch_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatching/rules/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whether a condition can be used
         * @description While it is typed: its normal spelling, or what is wrong where and what to write instead.
         */
        post: operations["chengyun_dispatching_rules_api_check_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatching/rules/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What may be written next
         * @description `expression` up to the caret; `start` is where what is offered begins.
         */
        post: operations["chengyun_dispatching_rules_api_complete_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatching/rules/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which parts hold for one case */
        post: operations["chengyun_dispatching_rules_api_explain_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatching/rules/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Units or categories to choose from
         * @description By code, words, pinyin or initials; what has ended is left out.
         */
        get: operations["chengyun_dispatching_rules_api_list_names"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatching/rules/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Bring the rules into another order
         * @description All codes, each once. 409 when the order changed since it was read.
         */
        put: operations["chengyun_dispatching_rules_api_order_rules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatching/rules/trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dry run on past cases
         * @description The cases of the last 30 days. With many of them the worker answers; ask again under the id.
         */
        post: operations["chengyun_dispatching_rules_api_try_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatching/rules/trials/{rule_trial_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a dry run stands */
        get: operations["chengyun_dispatching_rules_api_get_trial"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatching/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who should handle what is being typed; nothing is kept */
        post: operations["chengyun_dispatching_api_suggest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My drafts */
        get: operations["chengyun_cases_desk_api_get_drafts"];
        /** Keep a draft */
        put: operations["chengyun_cases_desk_api_put_draft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Throw a draft away */
        delete: operations["chengyun_cases_desk_api_delete_draft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Export a list or chosen cases as XLSX or CSV; recorded with the reason
         * @description XLSX up to 100,000 rows, CSV without limit; with names and numbers in clear up to 2,000.
         */
        post: operations["chengyun_cases_api_lists_export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/field/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Carry out what was recorded on the phone, each once
         * @description In the order given. A uuid that came before gets the first answer. After a failure the later ones of the same
         *     case are not tried (424).
         */
        post: operations["chengyun_fieldwork_sync_api_post_commands"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/field/day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a phone needs for the day: own grids and tasks */
        get: operations["chengyun_fieldwork_sync_api_get_day"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/field/tasks/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A case, with what can be done after signing for it */
        get: operations["chengyun_fieldwork_sync_api_get_task"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/field/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a file that comes in pieces, or ask how far it is
         * @description `proof` is kept with the file: when and where the picture was taken, EXIF of the original.
         */
        post: operations["chengyun_fieldwork_sync_api_begin_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/field/uploads/{upload_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * A piece of a file, 256 KiB at most
         * @description Bytes that are there already are passed over. `file_id` is given when the last piece has come and the SHA-256
         *     is right; `received` is 0 again when it is not.
         */
        put: operations["chengyun_fieldwork_sync_api_put_piece"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Call-ups, the newest first, with figures */
        get: operations["chengyun_fieldwork_api_more_list_calls"];
        put?: never;
        /** Call departments, or ask for it; the same id once */
        post: operations["chengyun_fieldwork_api_more_start_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/calls/{call_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A call-up with its steps */
        get: operations["chengyun_fieldwork_api_more_get_call"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/calls/{call_id}/act": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm, respond, arrive, rate …
         * @description 409 with `current` when it has moved on meanwhile.
         */
        post: operations["chengyun_fieldwork_api_more_act_on_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Points looked at, the newest first */
        get: operations["chengyun_fieldwork_api_list_checks"];
        put?: never;
        /** A point was looked at; the same id once */
        post: operations["chengyun_fieldwork_api_add_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Grids and points covered in a span of days */
        get: operations["chengyun_fieldwork_api_get_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/handsets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Handsets and work numbers */
        get: operations["chengyun_fieldwork_api_more_list_handsets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/handsets/{handset_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A handset with its history */
        get: operations["chengyun_fieldwork_api_more_get_handset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/handsets/{handset_id}/act": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand over, lose, scrap … */
        post: operations["chengyun_fieldwork_api_more_act_on_handset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/handsets/survey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What communities say of the handsets */
        get: operations["chengyun_fieldwork_api_more_get_survey"];
        put?: never;
        /** A community answers for this period */
        post: operations["chengyun_fieldwork_api_more_answer_survey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/handsets/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A month against its thresholds */
        get: operations["chengyun_fieldwork_api_more_get_usage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/now": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is on patrol, with each last position */
        get: operations["chengyun_fieldwork_api_get_now"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/patrols": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Patrols, the newest first */
        get: operations["chengyun_fieldwork_api_list_patrols"];
        put?: never;
        /** A patrol begins; the same id once */
        post: operations["chengyun_fieldwork_api_start_patrol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/patrols/{patrol_id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A patrol ends */
        post: operations["chengyun_fieldwork_api_stop_patrol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/patrols/{patrol_id}/track": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A track with its gaps; recorded */
        get: operations["chengyun_fieldwork_api_get_track"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plans and what is done of them */
        get: operations["chengyun_fieldwork_api_list_plans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Positions of a patrol, in batches
         * @description Each (patrol, seq, at) is kept once, whatever the order and however often it comes.
         */
        post: operations["chengyun_fieldwork_api_add_positions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/ranking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Workers or grids ranked, with reasons */
        get: operations["chengyun_fieldwork_api_get_ranking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/staff/courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Courses, the latest first
         * @description At most 200; `first` and `last`: on these days.
         */
        get: operations["chengyun_fieldwork_staff_api_list_courses"];
        put?: never;
        /** Plan or change a course */
        post: operations["chengyun_fieldwork_staff_api_save_course"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/staff/courses/{course_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A course, and who came */
        get: operations["chengyun_fieldwork_staff_api_get_course"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/staff/courses/{course_id}/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say who came */
        post: operations["chengyun_fieldwork_staff_api_mark_course"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/staff/exams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tests, and the topics of the bank
         * @description With `first` or `last` those that somebody took on these days, and who did.
         */
        get: operations["chengyun_fieldwork_staff_api_list_exams"];
        put?: never;
        /** Make a test */
        post: operations["chengyun_fieldwork_staff_api_make_exam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/staff/exams/{exam_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Results of a test */
        get: operations["chengyun_fieldwork_staff_api_get_exam"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/staff/exams/{exam_id}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a test
         * @description Questions are drawn now; an unfinished try is gone on with. 409 when closed or no tries are left.
         */
        post: operations["chengyun_fieldwork_staff_api_begin_paper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/staff/exams/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own courses and open tests */
        get: operations["chengyun_fieldwork_staff_api_list_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/staff/papers/{paper_uuid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand in; once
         * @description The same again gives the first result.
         */
        post: operations["chengyun_fieldwork_staff_api_hand_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/staff/workers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The register of grid workers
         * @description Within one's units; at most 500, with how many each post has and should have.
         */
        get: operations["chengyun_fieldwork_staff_api_list_workers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/staff/workers/{worker_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One grid worker */
        get: operations["chengyun_fieldwork_staff_api_get_worker"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fieldwork/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The worker's day: patrol, plans, points, numbers */
        get: operations["chengyun_fieldwork_api_get_today"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload a file, to be attached by an action */
        post: operations["chengyun_cases_desk_api_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of a case that this person may see */
        get: operations["chengyun_cases_desk_api_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest imports */
        get: operations["chengyun_channels_imports_api_get_imports"];
        put?: never;
        /** Upload a file of requests */
        post: operations["chengyun_channels_imports_api_post_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{batch_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How an import stands */
        get: operations["chengyun_channels_imports_api_get_import"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{batch_id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows that failed, with the reasons */
        get: operations["chengyun_channels_imports_api_get_errors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{batch_id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say which column is what */
        put: operations["chengyun_channels_imports_api_put_mapping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{batch_id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the rows would become */
        post: operations["chengyun_channels_imports_api_post_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{batch_id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start, or go on */
        post: operations["chengyun_channels_imports_api_post_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{batch_id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop after the rows in hand */
        post: operations["chengyun_channels_imports_api_post_stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved mappings */
        get: operations["chengyun_channels_imports_api_get_mappings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/mappings/{mapping_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a saved mapping */
        delete: operations["chengyun_channels_imports_api_delete_mapping"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/analysis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Words, trend, matrix, calendar or map of a period */
        get: operations["chengyun_insight_analysis_api_get_analysis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/analysis/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The table behind one part of the analysis as XLSX */
        get: operations["chengyun_insight_analysis_api_export_part"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/hot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hot issues of a window, the hottest first */
        get: operations["chengyun_insight_hot_api_get_hot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/hot/{issue_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A hot issue with its words, trend and cases */
        get: operations["chengyun_insight_hot_api_get_issue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/hot/{issue_id}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rename, hide, merge, split, take back */
        post: operations["chengyun_insight_hot_api_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/hot/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find the hot issues of any window, as a job */
        post: operations["chengyun_insight_hot_api_post_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/hot/runs/{look_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a window is */
        get: operations["chengyun_insight_hot_api_get_run"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved queries: mine and shared ones */
        get: operations["chengyun_insight_reports_api_get_queries"];
        /** Keep a query by its name; share it */
        put: operations["chengyun_insight_reports_api_put_query"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/queries/{query_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove one of my saved queries */
        delete: operations["chengyun_insight_reports_api_delete_query"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases by any two dimensions, each cell opens its cases */
        get: operations["chengyun_insight_reports_api_get_pivot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/query/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The table of the query page as XLSX */
        get: operations["chengyun_insight_reports_api_export_pivot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports of a year, and what is due or missing */
        get: operations["chengyun_insight_reports_api_get_reports"];
        put?: never;
        /** Begin a report; the worker fills it */
        post: operations["chengyun_insight_reports_api_post_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/reports/{report_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A report: text beside its figures */
        get: operations["chengyun_insight_reports_api_get_report"];
        /** Change the text of a draft */
        put: operations["chengyun_insight_reports_api_put_report"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/reports/{report_id}/act": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit, review, sign, send … */
        post: operations["chengyun_insight_reports_api_act_on_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/reports/{report_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as DOCX, PDF, or its figures as XLSX */
        get: operations["chengyun_insight_reports_api_get_report_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/reports/{report_id}/polish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have the language model polish a section; its words are offered, not taken */
        post: operations["chengyun_insight_reports_api_polish_section"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/reports/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Templates of reports and their versions */
        get: operations["chengyun_insight_reports_api_get_templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/reports/templates/{plan}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Use this version from now on */
        put: operations["chengyun_insight_reports_api_put_template"];
        /** A new version of a template, tried before it is kept */
        post: operations["chengyun_insight_reports_api_post_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/reports/templates/{plan}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version of a template, as it is or filled to try it */
        get: operations["chengyun_insight_reports_api_get_template_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/warnings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Warnings: the open ones, or those of the past */
        get: operations["chengyun_insight_warnings_api_get_warnings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/warnings/{warning_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A warning with its cases and history */
        get: operations["chengyun_insight_warnings_api_get_warning"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/warnings/{warning_id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm, dismiss or act on it */
        post: operations["chengyun_insight_warnings_api_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/warnings/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many warnings wait, by level */
        get: operations["chengyun_insight_warnings_api_get_open"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/warnings/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules, and how often each was right */
        get: operations["chengyun_insight_warnings_api_get_rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/intake/{channel}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand in a request; sending it again is answered with 200 and makes no second case
         * @description 201: a case was made. 200: the same request came before. 409: the external id came before with other content.
         */
        post: operations["chengyun_channels_api_post_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/intake/{channel}/{external_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a request stands, and the answer to it */
        get: operations["chengyun_channels_api_get_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/intake/{channel}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload a file for a request that follows */
        post: operations["chengyun_channels_api_post_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/masterdata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tables of master data that one may see */
        get: operations["chengyun_org_api_masterdata_list_kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/masterdata/{kind}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed what and why
         * @description Newest first, 50 a page; of one row with `key`.
         */
        get: operations["chengyun_org_api_changes_list_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/masterdata/{kind}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export a table
         * @description The whole table as CSV or XLSX; it can be changed and imported again.
         */
        get: operations["chengyun_org_api_masterdata_export_kind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/masterdata/{kind}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import what was previewed
         * @description All rows or none. 409 when the data changed since the preview.
         */
        post: operations["chengyun_org_api_masterdata_import_kind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/masterdata/{kind}/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Choices for a reference
         * @description By code, words or pinyin; rows that have ended are left out.
         */
        get: operations["chengyun_org_api_masterdata_list_options"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/masterdata/{kind}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an import would do
         * @description Nothing is written. Rows with errors come first; at most 1,000 rows are shown.
         */
        post: operations["chengyun_org_api_masterdata_preview_kind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/masterdata/{kind}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove a row that nothing needs
         * @description 409 with what still needs it; rows of most tables are closed by their last day instead.
         */
        post: operations["chengyun_org_api_masterdata_remove_row"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/masterdata/{kind}/row": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One row */
        get: operations["chengyun_org_api_masterdata_get_row"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/masterdata/{kind}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rows of a table: search, sort, state
         * @description `q` matches any cell and the pinyin of the name; `sort` is a column, with "-" downwards.
         */
        get: operations["chengyun_org_api_masterdata_list_rows"];
        put?: never;
        /**
         * Add or change a row
         * @description Without `key` a new row. `etag` is the mark of the row as it was read: 409 with the difference when somebody
         *     changed it since. With `effective_at` in the future the change waits and takes effect by itself.
         */
        post: operations["chengyun_org_api_masterdata_save_row"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/masterdata/{kind}/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dry run: what a change would do
         * @description Nothing is saved. With many open cases the worker answers; ask again under the id.
         */
        post: operations["chengyun_org_api_masterdata_start_trial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/masterdata/calendars/{code}/years/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A calendar's year
         * @description Every day with its working spans, its holiday's name, and whether this calendar itself says so.
         */
        get: operations["chengyun_org_api_masterdata_get_year"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/masterdata/changes/{change_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a change back
         * @description As a new change. 409 with the reasons when something later depends on it; a waiting change is cancelled.
         */
        post: operations["chengyun_org_api_changes_undo_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/masterdata/changes/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes that wait or failed */
        get: operations["chengyun_org_api_changes_list_waiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/masterdata/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All permissions in words */
        get: operations["chengyun_org_api_masterdata_list_permissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/masterdata/trials/{trial_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a dry run stands */
        get: operations["chengyun_org_api_masterdata_get_trial"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meta": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Vocabulary of the pages: lifecycles, kinds, categories, units, areas, reasons */
        get: operations["chengyun_cases_desk_api_meta"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbour/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Appeal against a restriction */
        post: operations["chengyun_neighbours_api_appeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbour/around": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Notices and services
         * @description Of the whole district; with those of one's own areas when logged in and bound to a home.
         */
        get: operations["chengyun_neighbours_api_get_around"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbour/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a log-in code sent
         * @description By SMS, valid for some minutes. The same answer whether the number is known here or not. `demo_code` is filled in
         *     the demo district only, where nothing is sent.
         */
        post: operations["chengyun_neighbours_api_ask_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbour/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload a photo */
        post: operations["chengyun_neighbours_api_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbour/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own photo, small */
        get: operations["chengyun_neighbours_api_get_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbour/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say where one lives, to find the grid
         * @description By a printed code, a point or words. The exact address is sealed; nobody else sees it.
         */
        post: operations["chengyun_neighbours_api_bind_home"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbour/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Before raising: danger, category, known nearby
         * @description The number to dial comes first and is never held back by a limit.
         */
        post: operations["chengyun_neighbours_api_look"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbour/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The map to show a place on
         * @description The base map, and the outlines of streets and communities.
         */
        get: operations["chengyun_neighbours_api_get_map"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbour/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change name, large type, messages by SMS */
        post: operations["chengyun_neighbours_api_change_me"];
        /**
         * Cancel one's account
         * @description Phone, name and home are wiped at once; requests that were raised go on.
         */
        delete: operations["chengyun_neighbours_api_cancel_me"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbour/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages inside the app */
        get: operations["chengyun_neighbours_api_list_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbour/messages/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark messages as read */
        post: operations["chengyun_neighbours_api_read_messages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbour/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own requests */
        get: operations["chengyun_neighbours_api_list_requests"];
        put?: never;
        /**
         * Raise a request
         * @description Number and promised time at once. The same `uuid` again gives the same request (200).
         */
        post: operations["chengyun_neighbours_api_raise_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbour/requests/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every step of one's request */
        get: operations["chengyun_neighbours_api_get_request"];
        put?: never;
        /** Answer, add, withdraw, rate */
        post: operations["chengyun_neighbours_api_act_on_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbour/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log in by code or by WeChat */
        post: operations["chengyun_neighbours_api_enter"];
        /** Log out here */
        delete: operations["chengyun_neighbours_api_leave"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbour/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The front door as it stands
         * @description What is set up, what can be chosen, the words after which an emergency number is shown; oneself if logged in.
         */
        get: operations["chengyun_neighbours_api_get_start"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbour/where": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How a point is called */
        post: operations["chengyun_neighbours_api_where"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The front door: what is set up, figures */
        get: operations["chengyun_neighbours_api_desk_get_front_door"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbours/bulletins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notices and alerts, all states */
        get: operations["chengyun_neighbours_api_desk_list_bulletins"];
        put?: never;
        /** Write a notice, or change a draft */
        post: operations["chengyun_neighbours_api_desk_write_bulletin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbours/bulletins/{bulletin_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish or withdraw */
        post: operations["chengyun_neighbours_api_desk_switch_bulletin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbours/cards/{area_code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The printed code of a grid or community, SVG */
        get: operations["chengyun_neighbours_api_desk_get_card"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbours/cases/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The residents of a case */
        get: operations["chengyun_neighbours_api_desk_get_resident_side"];
        put?: never;
        /** Ask the resident of a case */
        post: operations["chengyun_neighbours_api_desk_ask_resident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbours/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages by SMS and WeChat */
        get: operations["chengyun_neighbours_api_desk_list_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbours/deliveries/{delivery_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a dead letter again, or leave */
        post: operations["chengyun_neighbours_api_desk_decide_delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbours/restrictions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Restrictions that hold, and appeals */
        get: operations["chengyun_neighbours_api_desk_list_restrictions"];
        put?: never;
        /** Restrict who raised a request */
        post: operations["chengyun_neighbours_api_desk_restrict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbours/restrictions/{restriction_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lift a restriction, or keep it */
        post: operations["chengyun_neighbours_api_desk_decide_restriction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbours/shown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What neighbours may read of requests */
        get: operations["chengyun_neighbours_api_desk_list_shown"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbours/shown/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide what neighbours may read of one */
        post: operations["chengyun_neighbours_api_desk_decide_shown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbours/templates/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A template filled with an example */
        post: operations["chengyun_neighbours_api_desk_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My messages, the newest first */
        get: operations["chengyun_cases_api_notices_get_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark messages as read */
        post: operations["chengyun_cases_api_notices_read_notices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark all messages up to a moment as read */
        post: operations["chengyun_cases_api_notices_read_all_notices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Areas of a level or below an area
         * @description Areas as they were on the day `at` (today); at most 5,000, ordered by code.
         */
        get: operations["chengyun_places_api_list_areas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/basemap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What lies under the map */
        get: operations["chengyun_places_api_get_base_map"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/locate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which areas lie around a point
         * @description The point may be GCJ-02 or BD-09 (`crs`); areas are those of the day `at`.
         */
        get: operations["chengyun_places_api_locate_point"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/outlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Outlines of areas as GeoJSON
         * @description A FeatureCollection in WGS-84 of the outlines valid on the day `at`, with the areas' id, code and name.
         */
        get: operations["chengyun_places_api_list_outlines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plans that change the map, the newest first */
        get: operations["chengyun_places_api_plans_list_plans"];
        put?: never;
        /** Begin a plan */
        post: operations["chengyun_places_api_plans_begin_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/plans/{grid_plan_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A plan: what changes, what is wrong */
        get: operations["chengyun_places_api_plans_get_plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/plans/{grid_plan_id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit, approve, return, withdraw, undo
         * @description `undo` answers with the new draft that takes the plan back.
         */
        post: operations["chengyun_places_api_plans_decide_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/plans/{grid_plan_id}/edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the operations of a draft */
        post: operations["chengyun_places_api_plans_edit_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/read-file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read outlines from a file, without writing anything
         * @description GeoJSON, a zipped Shapefile, KML, CSV or XLSX with a column of WKT or GeoJSON. Each row with its faults, and the
         *     operation that a plan would take.
         */
        post: operations["chengyun_places_api_plans_read_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find places, addresses and areas
         * @description By Chinese words, pinyin or initials; at most 50, best first.
         */
        get: operations["chengyun_places_api_search_places"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/topology": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Faults of the map as it is: gaps, overlaps, outside
         * @description Below one area, or everywhere; at most 500, the grave ones first.
         */
        get: operations["chengyun_places_api_plans_get_topology"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/population/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Addresses below one, or in an area
         * @description Without `parent` the estates of `area`; at most 500.
         */
        get: operations["chengyun_population_api_list_addresses"];
        put?: never;
        /** Add or change an address */
        post: operations["chengyun_population_api_save_address"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/population/addresses/{address_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An address and who is there
         * @description Houses, people (masked) and units at and below it; the look is recorded.
         */
        get: operations["chengyun_population_api_get_address"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/population/addresses/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a written address means
         * @description Full-width, 栋/幢/号楼 and Chinese numerals are one spelling; near matches when none is equal.
         */
        get: operations["chengyun_population_api_find_address"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/population/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take out a list, masked; recorded with the reason */
        post: operations["chengyun_population_api_export_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/population/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Visits to be made
         * @description `due_in`, `done_in` and `missed_in` go with `month`; key persons for whoever may see them.
         */
        get: operations["chengyun_population_api_list_plans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/population/plans/{plan_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is visited, and the visits */
        get: operations["chengyun_population_api_get_plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/population/plans/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give visits to a worker */
        post: operations["chengyun_population_api_assign_plans"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/population/premises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add or change a unit at an address */
        post: operations["chengyun_population_api_save_premises"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/population/premises/{premises_id}/unmask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A unit's contact; recorded */
        post: operations["chengyun_population_api_unmask_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/population/residents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add or change a resident */
        post: operations["chengyun_population_api_save_resident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/population/residents/{resident_id}/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Key-person kinds */
        post: operations["chengyun_population_api_set_kinds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/population/residents/{resident_id}/unmask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See a resident; recorded */
        post: operations["chengyun_population_api_unmask_resident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/population/residents/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find people; recorded
         * @description By the whole name, phone or ID number; a POST, so that no address holds them.
         */
        post: operations["chengyun_population_api_find_residents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/population/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Visits made, the latest first */
        get: operations["chengyun_population_api_list_visits"];
        put?: never;
        /**
         * Record a visit, once
         * @description The same `uuid` again gives the first answer (200). With `problem` a case is made, once.
         */
        post: operations["chengyun_population_api_record_visit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/population/visits/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a month's visits have come
         * @description Every figure is the length of GET /population/plans with the state, month and part.
         */
        get: operations["chengyun_population_api_get_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/population/visits/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's own visits that are due
         * @description Until a day (today), overdue first, at most 200; for the phone to keep.
         */
        get: operations["chengyun_population_api_list_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/replies/drafts/{asked_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of a draft of one's own
         * @description Kept for an hour.
         */
        get: operations["chengyun_replies_api_get_draft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/replies/model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a language model is configured */
        get: operations["chengyun_replies_api_get_model"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/replies/model/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whether the model answers now
         * @description Asks for its list of models, five seconds at most; no text is sent. One at a time.
         */
        post: operations["chengyun_replies_api_check_model"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/replies/quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How complete the replies of each unit are
         * @description Each figure has the filter that opens its cases.
         */
        get: operations["chengyun_replies_api_get_quality"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requesters/by-phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Earlier cases of a phone number, masked */
        post: operations["chengyun_cases_api_requester_by_phone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find cases, units, areas, categories … within what one may see
         * @description Words, two characters, parts of a number, pinyin and initials. Residents are found by POST only.
         */
        get: operations["chengyun_org_api_search_search"];
        put?: never;
        /**
         * The same, and residents by full name or number
         * @description What may be a resident's name or number is sent in the body, so that no log of addresses holds it.
         */
        post: operations["chengyun_org_api_search_search_people_too"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is logged in
         * @description Needs no session: the 401 body carries the CSRF token that logging in needs.
         */
        get: operations["chengyun_org_api_read_session"];
        put?: never;
        /** Log in */
        post: operations["chengyun_org_api_create_session"];
        /** Log out */
        delete: operations["chengyun_org_api_delete_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/acting-for": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Act for a colleague
         * @description From now on this log-in does the colleague's work; everything is recorded with both names.
         */
        post: operations["chengyun_org_api_account_start_cover"];
        /** Stop acting for a colleague */
        delete: operations["chengyun_org_api_account_stop_cover"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/active": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The person is still there
         * @description Puts off the idle time-out; reading does not, because pages read by themselves.
         */
        post: operations["chengyun_org_api_account_still_active"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Colleagues whom one may act for */
        get: operations["chengyun_org_api_account_list_colleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/language": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose the language of the pages */
        post: operations["chengyun_org_api_choose_language"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/one-time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a password by one-time link */
        post: operations["chengyun_org_api_use_one_time_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the own password */
        post: operations["chengyun_org_api_change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision/business": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Board of business-environment cases */
        get: operations["chengyun_supervision_api_more_get_business"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision/cues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cues to the discipline commission */
        get: operations["chengyun_supervision_api_more_list_cues"];
        put?: never;
        /** Point the discipline commission to a case */
        post: operations["chengyun_supervision_api_more_send_cue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision/cues/{cue_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the commission did with it */
        post: operations["chengyun_supervision_api_more_answer_cue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision/ladder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The steps of the ladder */
        get: operations["chengyun_supervision_api_get_ladder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Supervision orders, with figures */
        get: operations["chengyun_supervision_api_list_orders"];
        put?: never;
        /**
         * Start a step of the ladder
         * @description Without units one order for each unit that leads one of the cases; with units one order for all of them.
         */
        post: operations["chengyun_supervision_api_start_orders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision/orders/{order_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An order with its history */
        get: operations["chengyun_supervision_api_get_order"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision/orders/{order_id}/act": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer, accept, escalate …
         * @description 409 with `current` when somebody else was first. After escalate: the order that follows.
         */
        post: operations["chengyun_supervision_api_act_on_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision/orders/{order_id}/print": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An order as PDF, personal data masked; recorded */
        get: operations["chengyun_supervision_api_print_order"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision/programmes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Special programmes, the newest first */
        get: operations["chengyun_supervision_api_more_list_programmes"];
        put?: never;
        /** Make a special programme */
        post: operations["chengyun_supervision_api_more_make_programme"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision/programmes/{programme_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A programme */
        get: operations["chengyun_supervision_api_more_get_programme"];
        /** Change a programme */
        put: operations["chengyun_supervision_api_more_change_programme"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision/programmes/{programme_id}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report progress */
        post: operations["chengyun_supervision_api_more_report_progress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision/programmes/{programme_id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin, finish, stop */
        post: operations["chengyun_supervision_api_more_move_programme"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Quality samples, the newest first */
        get: operations["chengyun_supervision_api_more_list_samples"];
        put?: never;
        /** Draw a stratified sample */
        post: operations["chengyun_supervision_api_more_draw_sample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision/samples/{sample_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A sample and its results */
        get: operations["chengyun_supervision_api_more_get_sample"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision/samples/{sample_id}/items/{item_id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Review a case */
        post: operations["chengyun_supervision_api_more_review_item"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/components": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Python components and licences */
        get: operations["chengyun_operations_api_list_components"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Jobs of a state, or every run of a task
         * @description `state=all` with a task lists its runs, whatever became of them.
         */
        get: operations["chengyun_operations_api_list_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/jobs/{job_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call a job off */
        post: operations["chengyun_operations_api_cancel_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/jobs/{job_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a failed job again */
        post: operations["chengyun_operations_api_retry_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/jobs/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts of jobs, tasks, next runs */
        get: operations["chengyun_operations_api_read_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/jobs/runs/{run_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One run, with where it broke */
        get: operations["chengyun_operations_api_read_run"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every check of the platform */
        get: operations["chengyun_operations_api_read_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own access tokens */
        get: operations["chengyun_org_api_list_tokens"];
        put?: never;
        /**
         * New access token
         * @description A token never reaches further than its account; `scopes` narrows it to some permissions.
         */
        post: operations["chengyun_org_api_create_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{token_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a token */
        delete: operations["chengyun_org_api_revoke_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views, mine and shared */
        get: operations["chengyun_cases_api_lists_get_views"];
        put?: never;
        /** Save a view */
        post: operations["chengyun_cases_api_lists_post_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/{view_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete one of my views */
        delete: operations["chengyun_cases_api_lists_delete_view"];
        options?: never;
        head?: never;
        /** Rename, share or change one of my views */
        patch: operations["chengyun_cases_api_lists_patch_view"];
        trace?: never;
    };
    "/api/v1/views/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The columns of my lists */
        get: operations["chengyun_cases_api_lists_get_columns"];
        /** Keep the columns of my lists */
        put: operations["chengyun_cases_api_lists_put_columns"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many cases each view has, up to 999 */
        get: operations["chengyun_cases_api_lists_get_view_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The order of my views */
        put: operations["chengyun_cases_api_lists_put_view_order"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/worklists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Work lists of this person with counts */
        get: operations["chengyun_cases_api_get_worklists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** AccountEventOut */
        AccountEventOut: {
            /** Account */
            account: string;
            /** Address */
            address: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Detail */
            detail: {
                [key: string]: unknown;
            };
            /** Device */
            device: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
        };
        /** AccountEventPage */
        AccountEventPage: {
            /** Items */
            items: components["schemas"]["AccountEventOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** AccountOut */
        AccountOut: {
            /** Id */
            id: number;
            /** Must Change Password */
            must_change_password: boolean;
            /** Name */
            name: string;
            unit: components["schemas"]["Named"] | null;
            /** Username */
            username: string;
        };
        /**
         * AccountStateOut
         * @description One account as its administrator sees it.
         */
        AccountStateOut: {
            /** Is Active */
            is_active: boolean;
            /** Last Seen */
            last_seen: string | null;
            /** Must Change */
            must_change: string;
            /** Name */
            name: string;
            /** Second Factor */
            second_factor: boolean;
            /** Second Factor Required */
            second_factor_required: boolean;
            /** Sessions */
            sessions: number;
            /** Unit */
            unit: string;
            /** Username */
            username: string;
            /** Waits Until */
            waits_until: string | null;
        };
        /** AccountStatePage */
        AccountStatePage: {
            /** Items */
            items: components["schemas"]["AccountStateOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * ActingForOut
         * @description The colleague whose work is being done (代办).
         */
        ActingForOut: {
            /** Name */
            name: string;
            /** Reason */
            reason: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /** Username */
            username: string;
        };
        /** ActingOut */
        ActingOut: {
            /** Has Model */
            has_model: boolean;
            /** May Manage */
            may_manage: boolean;
            /** Rows */
            rows: components["schemas"]["ActingRow"][];
            /** Wanted */
            wanted: number;
        };
        /**
         * ActingRow
         * @description `why`: why there is no cut: too_few, not_sure, later. `sure` and others are of the last 60 days, or since the
         *     last switch.
         */
        ActingRow: {
            /** Active */
            active: boolean;
            alone: components["schemas"]["Figure"];
            /** Checked At */
            checked_at: string | null;
            /** Code */
            code: string;
            /** Coverage */
            coverage: number | null;
            /** Cut */
            cut: number | null;
            /** Fitted On */
            fitted_on: number;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Precision */
            precision: number | null;
            right: components["schemas"]["Figure"];
            /** Stopped At */
            stopped_at: string | null;
            /** Stopped Why */
            stopped_why: string;
            sure: components["schemas"]["Figure"];
            /** Switched At */
            switched_at: string | null;
            /** Switched By */
            switched_by: string;
            /** Why */
            why: string;
            wrong: components["schemas"]["Figure"];
        };
        /** ActionOffer */
        ActionOffer: {
            /** Assignment Id */
            assignment_id: number | null;
            /** Bulk */
            bulk: boolean;
            /** Code */
            code: string;
            /** Confirm */
            confirm: string | null;
            /** Fields */
            fields: components["schemas"]["FieldSpec"][];
            /** Name */
            name: string;
            /** Name En */
            name_en: string;
            /** Tone */
            tone: string;
            /** Unit */
            unit: string;
        };
        /** AddressDetail */
        AddressDetail: {
            /** Aliases */
            aliases: string[];
            /** Community */
            community: string;
            /** Community Code */
            community_code: string;
            /** Grid */
            grid: string;
            /** Grid Code */
            grid_code: string;
            /** Houses */
            houses: components["schemas"]["HouseOut"][];
            /** Id */
            id: number;
            /** Lat */
            lat: number | null;
            /** Level */
            level: string;
            /** Lng */
            lng: number | null;
            /** May Key */
            may_key: boolean;
            /** May Unmask */
            may_unmask: boolean;
            /** Name */
            name: string;
            /** Note */
            note: string;
            /** Parent Id */
            parent_id: number | null;
            /** Path */
            path: {
                [key: string]: unknown;
            }[];
            /** Premises */
            premises: components["schemas"]["PremisesOut"][];
            /** Whole */
            whole: string;
        };
        /**
         * AddressFound
         * @description `read`: how the words were understood; `near` only when nothing was found.
         */
        AddressFound: {
            /** Found */
            found: components["schemas"]["AddressOut"][];
            /** Near */
            near: components["schemas"]["AddressOut"][];
            /** Read */
            read: {
                [key: string]: string;
            };
        };
        /**
         * AddressIn
         * @description With `id` a change (point, other spellings, note, use), else a new node below `parent_id`, or in `area`.
         */
        AddressIn: {
            /** Aliases */
            aliases?: string[] | null;
            /**
             * Area
             * @default
             */
            area?: string;
            /** Id */
            id?: number | null;
            /** Lat */
            lat?: number | null;
            /**
             * Level
             * @default building
             * @enum {string}
             */
            level?: "estate" | "building" | "unit" | "room";
            /** Lng */
            lng?: number | null;
            /**
             * Name
             * @default
             */
            name?: string;
            /** Note */
            note?: string | null;
            /** Parent Id */
            parent_id?: number | null;
            /**
             * Tenure
             * @default
             * @enum {string}
             */
            tenure?: "" | "own" | "rented" | "empty" | "other";
            /**
             * Use
             * @default
             * @enum {string}
             */
            use?: "" | "home" | "shop" | "office" | "mixed" | "other";
        };
        /**
         * AddressNode
         * @description `homes`, `people`, `units` at or below it.
         */
        AddressNode: {
            /** Aliases */
            aliases: string[];
            /** Community */
            community: string;
            /** Community Code */
            community_code: string;
            /** Grid */
            grid: string;
            /** Grid Code */
            grid_code: string;
            /** Homes */
            homes: number;
            /** Id */
            id: number;
            /** Lat */
            lat: number | null;
            /** Level */
            level: string;
            /** Lng */
            lng: number | null;
            /** Name */
            name: string;
            /** Note */
            note: string;
            /** Parent Id */
            parent_id: number | null;
            /** People */
            people: number;
            /** Units */
            units: number;
            /** Whole */
            whole: string;
        };
        /** AddressOut */
        AddressOut: {
            /** Aliases */
            aliases: string[];
            /** Community */
            community: string;
            /** Community Code */
            community_code: string;
            /** Grid */
            grid: string;
            /** Grid Code */
            grid_code: string;
            /** Id */
            id: number;
            /** Lat */
            lat: number | null;
            /** Level */
            level: string;
            /** Lng */
            lng: number | null;
            /** Name */
            name: string;
            /** Note */
            note: string;
            /** Parent Id */
            parent_id: number | null;
            /** Whole */
            whole: string;
        };
        /** AddressTree */
        AddressTree: {
            /** Items */
            items: components["schemas"]["AddressNode"][];
            /** More */
            more: boolean;
        };
        /** AgainIn */
        AgainIn: {
            /** Again */
            again: boolean;
        };
        /**
         * AnalysisOut
         * @description One part. The cases of a figure are those of `filter`, `measure` (when they were received) and its `where`
         *     together; a column of the trend and a day of the calendar say themselves when.
         */
        AnalysisOut: {
            /** At */
            at: string;
            /** Compared */
            compared: {
                [key: string]: unknown;
            } | null;
            /** Filter */
            filter: {
                [key: string]: unknown;
            };
            /** Measure */
            measure: {
                [key: string]: unknown;
            };
            /** Measure Before */
            measure_before: {
                [key: string]: unknown;
            } | null;
            /** Part */
            part: string;
            /** Period */
            period: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * AnswersIn
         * @description Code of the question → letters.
         */
        AnswersIn: {
            /** Answers */
            answers: {
                [key: string]: string;
            };
        };
        /** AppealDecision */
        AppealDecision: {
            /**
             * Note
             * @default
             */
            note?: string;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "granted" | "refused" | "withdrawn";
        };
        /**
         * AppealIn
         * @description Either `case` (left out of `item`, or of all when that is empty) or `deduction_id` (to be lifted).
         */
        AppealIn: {
            /**
             * Case
             * @default
             */
            case?: string;
            /** Deduction Id */
            deduction_id?: number | null;
            /**
             * Files
             * @default []
             */
            files?: string[];
            /**
             * Item
             * @default
             */
            item?: string;
            /** Month */
            month: string;
            /**
             * Reason
             * @enum {string}
             */
            reason: "suspended" | "no_conditions" | "malicious" | "duty" | "force" | "error" | "other";
            /** Text */
            text: string;
            /** Unit */
            unit: string;
        };
        /** AppealList */
        AppealList: {
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Items */
            items: components["schemas"]["AppealTold"][];
            /** Month */
            month: string;
            /** Months */
            months: components["schemas"]["MonthTold"][];
            /** State */
            state: string;
        };
        /** AppealTold */
        AppealTold: {
            /** Case */
            case: string;
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string;
            /** Decision */
            decision: string;
            /** Deduction */
            deduction: {
                [key: string]: string;
            } | null;
            /** Filed At */
            filed_at: string;
            /** Filed By */
            filed_by: string;
            /** Files */
            files: {
                [key: string]: string;
            }[];
            /** Id */
            id: number;
            /** Item */
            item: string;
            /** Item Name */
            item_name: string;
            /** May */
            may: {
                [key: string]: boolean;
            };
            /** Month */
            month: string;
            /** Origin */
            origin: string;
            /** Reason */
            reason: string;
            /** Reason Name */
            reason_name: string;
            /** State */
            state: string;
            /** Text */
            text: string;
            /** Title */
            title: string;
            /** Unit */
            unit: {
                [key: string]: string;
            };
        };
        /** AreaOut */
        AreaOut: {
            /** Code */
            code: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Lat */
            lat: number | null;
            /** Level */
            level: string;
            /** Lng */
            lng: number | null;
            /** Managed By Unit Id */
            managed_by_unit_id: number | null;
            /** Name */
            name: string;
            /** Parent Id */
            parent_id: number | null;
            /** Pinyin */
            pinyin: string;
            /** Valid From */
            valid_from: string | null;
            /** Valid To */
            valid_to: string | null;
        };
        /** AroundOut */
        AroundOut: {
            /** Bulletins */
            bulletins: components["schemas"]["BulletinShort"][];
            /** Services */
            services: components["schemas"]["ServiceOut"][];
        };
        /** AskedOut */
        AskedOut: {
            /** Answer */
            answer: string;
            /** Answered At */
            answered_at: string | null;
            /** Asked At */
            asked_at: string;
            /** Id */
            id: number;
            /** Text */
            text: string;
        };
        /** AskedResident */
        AskedResident: {
            /** Answer */
            answer: string;
            /** Answered At */
            answered_at: string | null;
            /** Asked At */
            asked_at: string;
            /** By */
            by: string;
            /** Id */
            id: number;
            /** Text */
            text: string;
        };
        /** Assigned */
        Assigned: {
            /** Assigned */
            assigned: number;
        };
        /**
         * AssignIn
         * @description `username` empty: back to the rule (the worker of the grid).
         */
        AssignIn: {
            /** Plan Ids */
            plan_ids: number[];
            /**
             * Username
             * @default
             */
            username?: string;
        };
        /** AssignmentOut */
        AssignmentOut: {
            /** Acknowledged At */
            acknowledged_at: string | null;
            /** Contacted At */
            contacted_at: string | null;
            /** Id */
            id: number;
            /** Measures */
            measures: string;
            /** Must Handle */
            must_handle: boolean;
            /** Note */
            note: string;
            /** Parent Id */
            parent_id: number | null;
            /** Redo */
            redo: number;
            /** Replied At */
            replied_at: string | null;
            /** Reply */
            reply: string;
            /** Returned At */
            returned_at: string | null;
            /** Role */
            role: string;
            /** Role Name */
            role_name: string;
            /**
             * Sent At
             * Format: date-time
             */
            sent_at: string;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            unit: components["schemas"]["Named"];
        };
        /** AttendanceRow */
        AttendanceRow: {
            /** Name */
            name: string;
            /** Post Name */
            post_name: string;
            /** Staff No */
            staff_no: string;
            /** State */
            state: string;
            /** Worker Id */
            worker_id: number;
        };
        /**
         * BaseMapOut
         * @description `tiles`: XYZ templates, lowest first; `file`: a PMTiles file on this server; neither: draw the outlines alone.
         *     `missing`: a file is configured but not there.
         */
        BaseMapOut: {
            /** Attribution */
            attribution: string;
            /** Crs */
            crs: string;
            /** File */
            file: string | null;
            /** Missing */
            missing: boolean;
            /** Tiles */
            tiles: string[];
            /** Zoom */
            zoom: number;
        };
        /** BeatOut */
        BeatOut: {
            /** Alive */
            alive: boolean;
            /** At */
            at: string;
            /** Name */
            name: string;
            /** Part */
            part: string;
            /** Since */
            since: string;
        };
        /**
         * BeginIn
         * @description `uuid` is made where the test is taken: the same again is the same paper.
         */
        BeginIn: {
            /**
             * Uuid
             * Format: uuid
             */
            uuid: string;
        };
        /**
         * BoardOut
         * @description The cases of a figure are those of `filter`, of the measure's query and of the line's `where` together.
         */
        BoardOut: {
            /** At */
            at: string;
            /** By Area */
            by_area: {
                [key: string]: unknown;
            }[];
            /** By Category */
            by_category: {
                [key: string]: unknown;
            }[];
            /** By Channel */
            by_channel: {
                [key: string]: unknown;
            }[];
            /** By Hour */
            by_hour: {
                [key: string]: unknown;
            }[];
            /** By State */
            by_state: {
                [key: string]: unknown;
            }[];
            /** By Unit */
            by_unit: {
                [key: string]: unknown;
            }[];
            /** Compared */
            compared: {
                [key: string]: unknown;
            } | null;
            /** Cut */
            cut: string;
            /** Figures */
            figures: {
                [key: string]: unknown;
            };
            /** Filter */
            filter: {
                [key: string]: unknown;
            };
            /** Measures */
            measures: {
                [key: string]: unknown;
            };
            /** Period */
            period: string;
            /** Series */
            series: {
                [key: string]: unknown;
            }[];
        } & {
            [key: string]: unknown;
        };
        /**
         * BoardQuery
         * @description Year, and which cases only; what is not counted from cases cannot be narrowed.
         */
        BoardQuery: {
            /**
             * Area
             * @default
             */
            area?: string;
            /**
             * Category
             * @default
             */
            category?: string;
            /**
             * Channel
             * @default
             */
            channel?: string;
            /**
             * Unit
             * @description Unit codes; what is below is included
             * @default
             */
            unit?: string;
            /**
             * Year
             * @description Default: this year
             */
            year?: number | null;
        };
        /** BudgetClaim */
        BudgetClaim: {
            /** Against */
            against: number | null;
            /** Amount */
            amount: string | null;
            /** Delta */
            delta: string | null;
            /** Growth */
            growth: string | null;
            /** Label */
            label: string;
            /** Line */
            line: number;
            /** Row */
            row: string;
            /** Section */
            section: string;
            /** Share */
            share: string | null;
            /** Table */
            table: string;
        };
        /** BudgetComposition */
        BudgetComposition: {
            /** Before */
            before: {
                [key: string]: string;
            };
            /** Label */
            label: string;
            /** Line */
            line: number;
            /** Now */
            now: string;
            /** Share */
            share: string | null;
            /** Side */
            side: string;
        };
        /** BudgetDetail */
        BudgetDetail: {
            /** Changed At */
            changed_at: string;
            /** Changed By */
            changed_by: string;
            /** Claims */
            claims: components["schemas"]["BudgetClaim"][];
            /** Composition */
            composition: components["schemas"]["BudgetComposition"][];
            /** Doubts */
            doubts: number;
            /** Errors */
            errors: number;
            /** File Name */
            file_name: string;
            /** Findings */
            findings: components["schemas"]["BudgetFinding"][];
            /** Forms */
            forms: components["schemas"]["BudgetForm"][];
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Origin */
            origin: string;
            /** Rules */
            rules: components["schemas"]["BudgetRule"][];
            /** Tables */
            tables: components["schemas"]["BudgetTableOut"][];
            /** Targets */
            targets: components["schemas"]["BudgetTargetOut"][];
            /** Total */
            total: string | null;
            /** Unread */
            unread: components["schemas"]["BudgetUnread"][];
            /** Version */
            version: number;
            /** Year */
            year: number;
        };
        /** BudgetDocuments */
        BudgetDocuments: {
            /** Items */
            items: components["schemas"]["BudgetSummary"][];
        };
        /**
         * BudgetFinding
         * @description `severity`: E error, W doubt, r rounding.
         */
        BudgetFinding: {
            /** Difference */
            difference: string | null;
            /** Identity */
            identity: string;
            /** Message */
            message: string;
            /** Places */
            places: components["schemas"]["BudgetPlace"][];
            /** Rule */
            rule: string;
            /** Severity */
            severity: string;
            /** Values */
            values: string[];
        };
        /** BudgetForm */
        BudgetForm: {
            /** Code */
            code: string;
            /** Details */
            details: components["schemas"]["BudgetFormLine"][];
            /** Fields */
            fields: components["schemas"]["BudgetFormField"][];
            /** Line */
            line: number;
            /** Name */
            name: string;
            /** Purchases */
            purchases: components["schemas"]["BudgetFormLine"][];
            /** Sources */
            sources: components["schemas"]["BudgetFormLine"][];
            /** Table */
            table: string;
            /** Total */
            total: string | null;
            /** Unit */
            unit: string;
            /** Year */
            year: string | null;
        };
        /** BudgetFormField */
        BudgetFormField: {
            /** Label */
            label: string;
            /** Line */
            line: number;
            /** Text */
            text: string;
        };
        /** BudgetFormLine */
        BudgetFormLine: {
            /** Amount */
            amount: string;
            /** Line */
            line: number;
            /** More */
            more: string;
            /** Name */
            name: string;
            /** Row */
            row: string;
        };
        /** BudgetKept */
        BudgetKept: {
            /** Id */
            id: number;
            /** Version */
            version: number;
        };
        /** BudgetPlace */
        BudgetPlace: {
            /** Column */
            column: string;
            /** Line */
            line: number;
            /** Row */
            row: string;
            /** Table */
            table: string;
        };
        /**
         * BudgetPreview
         * @description What an import would keep. `replaces`: the document of the same year and unit.
         */
        BudgetPreview: {
            /** Claims */
            claims: number;
            /** Doubts */
            doubts: number;
            /** Errors */
            errors: number;
            /** Findings */
            findings: components["schemas"]["BudgetFinding"][];
            /** Forms */
            forms: number;
            /** Indicators */
            indicators: number;
            /** Name */
            name: string;
            /** Origin */
            origin: string;
            /** Replaces */
            replaces: number | null;
            /** Tables */
            tables: components["schemas"]["BudgetTableSize"][];
            /** Unread */
            unread: components["schemas"]["BudgetUnread"][];
            /** Year */
            year: number;
        };
        /** BudgetRowIn */
        BudgetRowIn: {
            /** Cells */
            cells?: {
                [key: string]: string;
            };
            /**
             * Code
             * @default
             */
            code?: string;
            /**
             * Name
             * @default
             */
            name?: string;
        };
        /** BudgetRule */
        BudgetRule: {
            /** Code */
            code: string;
            /** Identity */
            identity: string;
            /** Tolerance */
            tolerance: string;
        };
        /**
         * BudgetSummary
         * @description `total` in 万元; `errors`, `doubts`: of the last check.
         */
        BudgetSummary: {
            /** Changed At */
            changed_at: string;
            /** Changed By */
            changed_by: string;
            /** Doubts */
            doubts: number;
            /** Errors */
            errors: number;
            /** File Name */
            file_name: string;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Origin */
            origin: string;
            /** Total */
            total: string | null;
            /** Version */
            version: number;
            /** Year */
            year: number;
        };
        /**
         * BudgetTableIn
         * @description The rows of one table, in their order; an empty cell is left out.
         */
        BudgetTableIn: {
            /** Rows */
            rows: components["schemas"]["BudgetRowIn"][];
            /** Version */
            version: number;
        };
        /** BudgetTableOut */
        BudgetTableOut: {
            /** Code */
            code: string;
            /** Columns */
            columns: string[];
            /** Held */
            held: boolean;
            /** Rows */
            rows: components["schemas"]["BudgetTableRow"][];
            /** Title */
            title: string;
            /** Unit */
            unit: string;
        };
        /** BudgetTableRow */
        BudgetTableRow: {
            /** Cells */
            cells: {
                [key: string]: string;
            };
            /** Code */
            code: string;
            /** Line */
            line: number;
            /** Name */
            name: string;
        };
        /** BudgetTableSize */
        BudgetTableSize: {
            /** Code */
            code: string;
            /** Rows */
            rows: number;
        };
        /**
         * BudgetTaken
         * @description `written`: targets that are indicators' targets now.
         */
        BudgetTaken: {
            /** Skipped */
            skipped: number;
            /** Written */
            written: number;
        };
        /** BudgetTargetOut */
        BudgetTargetOut: {
            /** Basis */
            basis: string;
            /** Before1 */
            before1: string;
            /** Before2 */
            before2: string;
            /** Form */
            form: string;
            /** Level1 */
            level1: string;
            /** Level2 */
            level2: string;
            /** Line */
            line: number;
            /** Name */
            name: string;
            /** Project */
            project: string;
            /** Target */
            target: string;
            /** Term */
            term: string;
        };
        /** BudgetUnread */
        BudgetUnread: {
            /** Line */
            line: number;
            /** Table */
            table: string;
            /** Text */
            text: string;
            /** Why */
            why: string;
        };
        /** BulkIn */
        BulkIn: {
            /**
             * Data
             * @default {}
             */
            data?: {
                [key: string]: unknown;
            };
            /** Items */
            items: components["schemas"]["BulkItem"][];
        };
        /** BulkItem */
        BulkItem: {
            /** Number */
            number: string;
            /** Version */
            version?: number | null;
        };
        /** BulkOut */
        BulkOut: {
            /** Results */
            results: {
                [key: string]: unknown;
            }[];
        };
        /**
         * BulletinIn
         * @description With `id` and `version` a draft is changed.
         */
        BulletinIn: {
            /**
             * Area Codes
             * @default []
             */
            area_codes?: string[];
            /** Id */
            id?: number | null;
            /**
             * Kind
             * @default notice
             * @enum {string}
             */
            kind?: "notice" | "alert";
            /**
             * Phone
             * @default
             */
            phone?: string;
            /** Text */
            text: string;
            /** Title */
            title: string;
            /** Until */
            until?: string | null;
            /**
             * Version
             * @default 1
             */
            version?: number;
        };
        /** BulletinOut */
        BulletinOut: {
            /** Area Codes */
            area_codes: string[];
            /** Areas */
            areas: string[];
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Phone */
            phone: string;
            /** Published At */
            published_at: string | null;
            /** Published By */
            published_by: string;
            /** State */
            state: string;
            /** Text */
            text: string;
            /** Title */
            title: string;
            /** Until */
            until: string | null;
            /** Version */
            version: number;
            /** Written At */
            written_at: string;
            /** Written By */
            written_by: string;
        };
        /** Bulletins */
        Bulletins: {
            /** Items */
            items: components["schemas"]["BulletinOut"][];
        };
        /** BulletinShort */
        BulletinShort: {
            /** Areas */
            areas: string[];
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Phone */
            phone: string;
            /** Published At */
            published_at: string;
            /** Text */
            text: string;
            /** Title */
            title: string;
            /** Until */
            until: string | null;
        };
        /** BulletinSwitch */
        BulletinSwitch: {
            /** Publish */
            publish: boolean;
            /** Version */
            version: number;
        };
        /**
         * BusinessBoard
         * @description Every figure has the filter (`query`) that opens its cases. `cases`: what is due first.
         */
        BusinessBoard: {
            /** Cases */
            cases: components["schemas"]["BusinessCase"][];
            /** Days */
            days: number;
            /** Discipline */
            discipline: boolean;
            /** Figures */
            figures: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            /** May Cue */
            may_cue: boolean;
            /** Scopes */
            scopes: string[];
            /** Since */
            since: string;
            /** Units */
            units: components["schemas"]["BusinessUnit"][];
        };
        /** BusinessCase */
        BusinessCase: {
            /** Channel */
            channel: string;
            /** Due Status */
            due_status: string;
            /** Next Due At */
            next_due_at: string | null;
            /** Number */
            number: string;
            /** Received At */
            received_at: string;
            /** Supervised */
            supervised: boolean;
            /** Title */
            title: string;
            /** Unit */
            unit: string;
        };
        /** BusinessUnit */
        BusinessUnit: {
            /** Code */
            code: string;
            /** Figures */
            figures: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            /** Id */
            id: number;
            /** Name */
            name: string;
        };
        /** ByPhone */
        ByPhone: {
            /** Cases */
            cases: components["schemas"]["CaseRow"][];
            /** Mask */
            mask: string;
        };
        /**
         * ByPhoneIn
         * @description In the body: a number in the address would stay in the logs of every machine on the way.
         */
        ByPhoneIn: {
            /** Phone */
            phone: string;
        };
        /**
         * CallAct
         * @description `id` is made by the caller: the same again changes nothing. `unit_id`: whose part, when several are own.
         */
        CallAct: {
            /** Accuracy */
            accuracy?: number | null;
            /**
             * Action
             * @enum {string}
             */
            action: "confirm" | "decline" | "respond" | "arrive" | "conclude" | "rate" | "withdraw";
            /** At */
            at?: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Lat */
            lat?: number | null;
            /** Lng */
            lng?: number | null;
            /**
             * Note
             * @default
             */
            note?: string;
            /** Sent At */
            sent_at?: string | null;
            /** Solved */
            solved?: boolean | null;
            /** Stars */
            stars?: number | null;
            /** Unit Id */
            unit_id?: number | null;
            /**
             * Units
             * @default []
             */
            units?: number[];
        };
        /** CallbackOut */
        CallbackOut: {
            /** Attempts */
            attempts: number;
            /** Comment */
            comment: string;
            /** Contacted */
            contacted: boolean | null;
            /** Done At */
            done_at: string | null;
            /** For Case */
            for_case: string;
            /** Id */
            id: number;
            /**
             * Planned At
             * Format: date-time
             */
            planned_at: string;
            /** Reasons */
            reasons: string[];
            /** Requester */
            requester: {
                [key: string]: string;
            } | null;
            /** Round */
            round: number;
            /** Satisfaction */
            satisfaction: string;
            /** Satisfaction Name */
            satisfaction_name: string;
            /** Solved */
            solved: string;
            /** State */
            state: string;
        };
        /** CallDetail */
        CallDetail: {
            /** Actions */
            actions: string[];
            /** Address */
            address: string;
            /** By Unit */
            by_unit: string;
            /** Called At */
            called_at: string | null;
            /** Case Number */
            case_number: string | null;
            /** Closed At */
            closed_at: string | null;
            /** Concluded At */
            concluded_at: string | null;
            /** Conclusion */
            conclusion: string;
            /** Detail */
            detail: string;
            /** Id */
            id: string;
            /** Key */
            key: number;
            /** Lat */
            lat: number | null;
            /** Late */
            late: boolean;
            /** Lng */
            lng: number | null;
            /** Matter */
            matter: string;
            /** Number */
            number: string;
            /** Parts */
            parts: components["schemas"]["CallPartOut"][];
            /** Solved */
            solved: boolean | null;
            /** Started At */
            started_at: string;
            /** Started By */
            started_by: string;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            /** Steps */
            steps: {
                [key: string]: unknown;
            }[];
            /** Urgency */
            urgency: string;
            /** Version */
            version: number;
        };
        /** CallList */
        CallList: {
            /** Direct */
            direct: boolean;
            /** Figures */
            figures: {
                [key: string]: number;
            };
            /** Items */
            items: components["schemas"]["CallOut"][];
            /** May Call */
            may_call: boolean;
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** CallOut */
        CallOut: {
            /** By Unit */
            by_unit: string;
            /** Called At */
            called_at: string | null;
            /** Case Number */
            case_number: string | null;
            /** Id */
            id: string;
            /** Key */
            key: number;
            /** Late */
            late: boolean;
            /** Matter */
            matter: string;
            /** Number */
            number: string;
            /** Parts */
            parts: components["schemas"]["CallPartOut"][];
            /** Started At */
            started_at: string;
            /** Started By */
            started_by: string;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            /** Urgency */
            urgency: string;
            /** Version */
            version: number;
        };
        /** CallPartOut */
        CallPartOut: {
            /** Arrive Due */
            arrive_due: string;
            /** Arrived At */
            arrived_at: string | null;
            /** Arrived By */
            arrived_by: string;
            /** Arrived M */
            arrived_m: number | null;
            /** Late */
            late: string;
            /** Mine */
            mine: boolean;
            /** Rating Note */
            rating_note: string;
            /** Respond Due */
            respond_due: string;
            /** Responded At */
            responded_at: string | null;
            /** Responded By */
            responded_by: string;
            /** Stars */
            stars: number | null;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            /** Unit */
            unit: string;
            /** Unit Id */
            unit_id: number;
        };
        /** CallQuery */
        CallQuery: {
            /**
             * Cursor
             * @default
             */
            cursor?: string;
            /** First */
            first?: string | null;
            /** In Time */
            in_time?: boolean | null;
            /** Last */
            last?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit?: number;
            /**
             * Number
             * @description A case's number
             * @default
             */
            number?: string;
            /** Rated */
            rated?: boolean | null;
            /** Stars */
            stars?: number | null;
            /**
             * State
             * @default open
             * @enum {string}
             */
            state?: "" | "open" | "late" | "asked" | "called" | "handling" | "concluded" | "closed" | "declined" | "withdrawn";
            /**
             * Unit
             * @description Called unit, with those below
             * @default
             */
            unit?: string;
        };
        /**
         * CallStart
         * @description Without the right to call directly it waits for the subdistrict, which may name the units.
         */
        CallStart: {
            /**
             * Address
             * @default
             */
            address?: string;
            /** At */
            at?: string | null;
            /**
             * Detail
             * @default
             */
            detail?: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Lat */
            lat?: number | null;
            /** Lng */
            lng?: number | null;
            /** Matter */
            matter: string;
            /**
             * Number
             * @default
             */
            number?: string;
            /** Sent At */
            sent_at?: string | null;
            /**
             * Units
             * @default []
             */
            units?: number[];
            /**
             * Urgency
             * @default normal
             * @enum {string}
             */
            urgency?: "normal" | "urgent";
        };
        /**
         * Card
         * @description What a version was trained on, how it did on later cases, in all and by category; null before it is done.
         */
        Card: {
            asked: components["schemas"]["Figure"];
            /** By Category */
            by_category: components["schemas"]["CardRow"][];
            /** Categories Asked */
            categories_asked: number;
            /** Categories Right */
            categories_right: number;
            /** Compared Right */
            compared_right: number | null;
            /** Compared With */
            compared_with: number | null;
            right: components["schemas"]["Figure"];
            /** Seconds */
            seconds: number;
            /** Top3 */
            top3: number;
            trained: components["schemas"]["Span"];
            tried: components["schemas"]["Span"];
            /** Units */
            units: number;
            wrong: components["schemas"]["Figure"];
        };
        /** CardOut */
        CardOut: {
            /** At */
            at: string;
            /** Colour */
            colour: string;
            /** Id */
            id: number;
            /** May Withdraw */
            may_withdraw: boolean;
            /** Name */
            name: string;
            /** Reason */
            reason: string;
            /** Unit */
            unit: string;
            /** Withdrawn At */
            withdrawn_at: string | null;
            /** Withdrawn Why */
            withdrawn_why: string;
        };
        /** CardRow */
        CardRow: {
            asked: components["schemas"]["Figure"];
            /** Id */
            id: number;
            /** Name */
            name: string;
            right: components["schemas"]["Figure"];
            /** Top3 */
            top3: number;
            wrong: components["schemas"]["Figure"];
        };
        /** CaseAreaOut */
        CaseAreaOut: {
            /** Id */
            id: number | null;
            /** Name */
            name: string;
            /** Subdistrict */
            subdistrict: string | null;
        };
        /** CaseGroup */
        CaseGroup: {
            /** Code */
            code: string;
            /** Count */
            count: number;
            /** Name */
            name: string;
        };
        /**
         * CaseIn
         * @description What a call-taker registers. `then` lists actions done at once, for example accept and dispatch.
         */
        CaseIn: {
            /**
             * Attachments
             * @default []
             */
            attachments?: string[];
            /** Category Id */
            category_id?: number | null;
            /** Channel */
            channel: string;
            /** Draft Id */
            draft_id?: string | null;
            /**
             * Flags
             * @default []
             */
            flags?: string[];
            /** Kind */
            kind: string;
            /**
             * Lifecycle
             * @default request
             */
            lifecycle?: string;
            /** Occurred At */
            occurred_at?: string | null;
            /**
             * @default {
             *       "lng": null,
             *       "lat": null,
             *       "crs": "wgs84",
             *       "address": "",
             *       "area_id": null
             *     }
             */
            place?: components["schemas"]["PlaceIn"];
            /**
             * @default {
             *       "name": "",
             *       "phone": "",
             *       "id_number": "",
             *       "address": "",
             *       "anonymous": false
             *     }
             */
            requester?: components["schemas"]["RequesterIn"];
            /** Text */
            text: string;
            /**
             * Then
             * @default []
             */
            then?: components["schemas"]["NextAction"][];
            /**
             * Title
             * @default
             */
            title?: string;
            /**
             * Urgency
             * @default
             */
            urgency?: string;
        };
        /**
         * CaseList
         * @description `count`: rows. `matters`: joined requests count once, with the case that leads; `calls`: everybody who asked
         *     about them. None when there are more than are counted.
         */
        CaseList: {
            /** Calls */
            calls?: number | null;
            /** Count */
            count?: number | null;
            /** Count Capped */
            count_capped?: boolean | null;
            /** Items */
            items: components["schemas"]["CaseRow"][];
            /** Matters */
            matters?: number | null;
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * CaseMap
         * @description `total` counts the cases in the box; `bbox` lies around the features; `unplaced` when asked.
         */
        CaseMap: {
            /** Bbox */
            bbox: number[] | null;
            /** Features */
            features: components["schemas"]["MapFeature"][];
            /** Layer */
            layer: string;
            /** Total */
            total: number;
            /** Unplaced */
            unplaced: number | null;
            /** Unplaced Capped */
            unplaced_capped: boolean;
        };
        /** CasePage */
        CasePage: {
            /** Accepted At */
            accepted_at: string | null;
            /** Actions */
            actions: components["schemas"]["ActionOffer"][];
            /** Address */
            address: string;
            area: components["schemas"]["CaseAreaOut"] | null;
            /** Assignments */
            assignments: components["schemas"]["AssignmentOut"][];
            /** Attachments */
            attachments: components["schemas"]["FileOut"][];
            /** Callbacks */
            callbacks: components["schemas"]["CallbackOut"][];
            /** Callers */
            callers: number;
            category: components["schemas"]["CategoryOut"] | null;
            /** Channel */
            channel: string;
            /** Clocks */
            clocks: components["schemas"]["ClockOut"][];
            /** Closed At */
            closed_at: string | null;
            /** Dispatched At */
            dispatched_at: string | null;
            /** Due Status */
            due_status: string;
            /** External Id */
            external_id: string | null;
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
            /** Flags */
            flags: string[];
            /** Head */
            head: {
                [key: string]: unknown;
            };
            /** Joined */
            joined: components["schemas"]["CaseRow"][];
            /** Joined To */
            joined_to: string | null;
            /** Kind */
            kind: string;
            /** Kind Name */
            kind_name: string;
            /** Lat */
            lat: number | null;
            lead_unit: components["schemas"]["Named"] | null;
            /** Lifecycle */
            lifecycle: string;
            /** Likely */
            likely: number;
            /** Lng */
            lng: number | null;
            /** Next Due At */
            next_due_at: string | null;
            /** Next Due Stage */
            next_due_stage: string;
            /** Next Due Stage Name */
            next_due_stage_name: string;
            /** Number */
            number: string;
            /** Occurred At */
            occurred_at: string | null;
            /** Open */
            open: boolean;
            /** Outcome */
            outcome: string;
            /** Parts */
            parts: string[];
            /** Pending */
            pending: string;
            /** Phase */
            phase: string;
            place: components["schemas"]["PlaceOut"];
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Remaining */
            remaining: {
                [key: string]: unknown;
            } | null;
            requester: components["schemas"]["RequesterOut"] | null;
            requester_mask: components["schemas"]["MaskOut"];
            /** Returns */
            returns: {
                [key: string]: number;
            };
            /** Review Date */
            review_date: string | null;
            /** Satisfaction */
            satisfaction: string;
            /** Split From */
            split_from: string | null;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            /** Text */
            text: string;
            /** Title */
            title: string;
            /** Tone */
            tone: string;
            /** Urgency */
            urgency: string;
            /** Version */
            version: number;
        };
        /** CaseRatingIn */
        CaseRatingIn: {
            /** Answers */
            answers: {
                [key: string]: number;
            };
            /**
             * Comment
             * @default
             */
            comment?: string;
        };
        /** CaseRow */
        CaseRow: {
            /** Address */
            address: string;
            area: components["schemas"]["CaseAreaOut"] | null;
            /** Callers */
            callers: number;
            category: components["schemas"]["CategoryOut"] | null;
            /** Channel */
            channel: string;
            /** Closed At */
            closed_at: string | null;
            /** Due Status */
            due_status: string;
            /** Flags */
            flags: string[];
            /** Kind */
            kind: string;
            /** Kind Name */
            kind_name: string;
            /** Lat */
            lat: number | null;
            lead_unit: components["schemas"]["Named"] | null;
            /** Lifecycle */
            lifecycle: string;
            /** Likely */
            likely: number;
            /** Lng */
            lng: number | null;
            /** Next Due At */
            next_due_at: string | null;
            /** Next Due Stage */
            next_due_stage: string;
            /** Next Due Stage Name */
            next_due_stage_name: string;
            /** Number */
            number: string;
            /** Open */
            open: boolean;
            /** Outcome */
            outcome: string;
            /** Pending */
            pending: string;
            /** Phase */
            phase: string;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Remaining */
            remaining: {
                [key: string]: unknown;
            } | null;
            requester_mask: components["schemas"]["MaskOut"];
            /** Satisfaction */
            satisfaction: string;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            /** Title */
            title: string;
            /** Tone */
            tone: string;
            /** Urgency */
            urgency: string;
            /** Version */
            version: number;
        };
        /**
         * CaseToRate
         * @description A drawn case without personal data.
         */
        CaseToRate: {
            /** Answers */
            answers: {
                [key: string]: number;
            };
            /** Area */
            area: string;
            /** By */
            by: string;
            /** Category */
            category: string;
            /** Closed */
            closed: string;
            /** Comment */
            comment: string;
            /** Id */
            id: number;
            /** Month */
            month: string;
            /** Questions */
            questions: components["schemas"]["RatingQuestion"][];
            /** Rated At */
            rated_at: string | null;
            /** Received */
            received: string;
            /** Reply */
            reply: string;
            /** Request */
            request: string;
            /** Share */
            share: string | null;
            /** Title */
            title: string;
        };
        /** CategoryOut */
        CategoryOut: {
            /** Code */
            code: string;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Path */
            path: string;
        };
        /** CategoryShort */
        CategoryShort: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Path */
            path: string;
        };
        /** ChangeOut */
        ChangeOut: {
            /** Action */
            action: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Differences */
            differences: components["schemas"]["Difference"][];
            /** Effective At */
            effective_at: string | null;
            /** Error */
            error: string;
            /** Id */
            id: number;
            /** Key */
            key: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Origin */
            origin: string;
            /** Reason */
            reason: string;
            /** Settled At */
            settled_at: string | null;
            /** State */
            state: string;
            /** Undoes */
            undoes: number | null;
            /** Undone By */
            undone_by: number[];
        };
        /** ChangePage */
        ChangePage: {
            /** Items */
            items: components["schemas"]["ChangeOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** CheckIn */
        CheckIn: {
            /** Accuracy */
            accuracy?: number | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Lat */
            lat: number;
            /** Lng */
            lng: number;
            /**
             * Note
             * @default
             */
            note?: string;
            /**
             * Patrol
             * Format: uuid
             */
            patrol: string;
            /**
             * Photos
             * @default []
             */
            photos?: string[];
            /** Point */
            point: string;
            /**
             * Result
             * @default fine
             * @enum {string}
             */
            result?: "fine" | "problem";
            /** Sent At */
            sent_at?: string | null;
        };
        /** CheckList */
        CheckList: {
            /** Items */
            items: components["schemas"]["CheckRow"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * CheckOut
         * @description `state`: ok, warn, bad, or info where there is nothing to judge. `facts` are what was found.
         */
        CheckOut: {
            /** Code */
            code: string;
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
            /** Fault */
            fault: string;
            /** State */
            state: string;
        };
        /** CheckQuery */
        CheckQuery: {
            /** Arrived */
            arrived?: boolean | null;
            /**
             * Cursor
             * @default
             */
            cursor?: string;
            /** First */
            first?: string | null;
            /**
             * Grid
             * @default
             */
            grid?: string;
            /** Last */
            last?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit?: number;
            /** Patrol */
            patrol?: string | null;
            /**
             * Point
             * @default
             */
            point?: string;
            /**
             * Result
             * @default
             * @enum {string}
             */
            result?: "" | "fine" | "problem";
            /**
             * Worker
             * @default
             */
            worker?: string;
        };
        /** CheckRow */
        CheckRow: {
            /** Arrived */
            arrived: boolean;
            /** At */
            at: string;
            /** Distance M */
            distance_m: number;
            /** Grid */
            grid: string;
            /** Id */
            id: string;
            /** Note */
            note: string;
            /** Patrol */
            patrol: string;
            /** Photos */
            photos: string[];
            /** Point */
            point: string;
            /** Point Name */
            point_name: string;
            /** Received At */
            received_at: string;
            /** Result */
            result: string;
            /** Worker */
            worker: string;
        };
        /** CircularIn */
        CircularIn: {
            /** Circular */
            circular: string;
            /**
             * Note
             * @default
             */
            note?: string;
        };
        /** ClockOut */
        ClockOut: {
            /** Assignment Id */
            assignment_id: number | null;
            /** Due At */
            due_at: string | null;
            /** Due Status */
            due_status: string;
            /** Id */
            id: number;
            /** Policy */
            policy: {
                [key: string]: string;
            };
            /** Remaining */
            remaining: {
                [key: string]: unknown;
            } | null;
            /** Stage */
            stage: string;
            /** Stage Name */
            stage_name: string;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            /** Stopped At */
            stopped_at: string | null;
            /** Unit */
            unit: string;
            /** Warn At */
            warn_at: string | null;
        };
        /** ClosedFigure */
        ClosedFigure: {
            /** Denominator */
            denominator: string | null;
            /** Excluded */
            excluded: {
                [key: string]: number;
            };
            /** Numerator */
            numerator: string | null;
            /** Text */
            text: string;
            /** Value */
            value: string | null;
        };
        /**
         * ClosedMonthOut
         * @description `holds`: the signature fits what is kept and the month before.
         */
        ClosedMonthOut: {
            /** Closed */
            closed: boolean;
            /** Closed At */
            closed_at: string | null;
            /** Closed By */
            closed_by: string;
            /** Corrections */
            corrections: components["schemas"]["MonthCorrection"][];
            /** Hash */
            hash: string;
            /** Holds */
            holds: boolean;
            /** Month */
            month: string;
            /** Note */
            note: string;
        };
        /** ClosingTold */
        ClosingTold: {
            /** At */
            at: string;
            /** By */
            by: string;
            /** Circular */
            circular: string;
            /**
             * Hash
             * @description SM3, chained to the month closed before
             */
            hash: string;
            /** Note */
            note: string;
            /** Published At */
            published_at: string | null;
            /** Published By */
            published_by: string;
        };
        /** CodeAndName */
        CodeAndName: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /** CodeIn */
        CodeIn: {
            /** Code */
            code: string;
        };
        /** CodeName */
        CodeName: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /** CodeNamed */
        CodeNamed: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /** CodeOut */
        CodeOut: {
            /** Demo Code */
            demo_code: string | null;
            /** Minutes */
            minutes: number;
            /** Wait */
            wait: number;
        };
        /** ColleagueOut */
        ColleagueOut: {
            /** Name */
            name: string;
            /** Roles */
            roles: string[];
            /** Unit */
            unit: string;
            /** Username */
            username: string;
        };
        /** ColumnsIn */
        ColumnsIn: {
            /**
             * Columns
             * @description Empty: as many as there is room for
             */
            columns: string[];
        };
        /** ColumnsOut */
        ColumnsOut: {
            /** Columns */
            columns: string[];
        };
        /**
         * Comparison
         * @description `lead`: which of the two should lead. `different`: who said that they are not the same matter.
         */
        Comparison: {
            different: components["schemas"]["SaidDifferent"] | null;
            /** Joins */
            joins: components["schemas"]["JoinWay"][];
            /** Lead */
            lead: string;
            left: components["schemas"]["Side"];
            /** May Decide */
            may_decide: boolean;
            /** Reasons */
            reasons: components["schemas"]["SimilarReason"][];
            right: components["schemas"]["Side"];
            /** Score */
            score: number;
        };
        /** ComponentAlone */
        ComponentAlone: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** State */
            state: string;
        };
        /** ComponentCaseOut */
        ComponentCaseOut: {
            /** Number */
            number: string;
            /** Open */
            open: boolean;
            /** Received At */
            received_at: string;
            /** Title */
            title: string;
        };
        /** ComponentFeature */
        ComponentFeature: {
            /** Bad */
            bad: number;
            /** Bbox */
            bbox: number[];
            component: components["schemas"]["ComponentAlone"] | null;
            /** Count */
            count: number;
            /** Lat */
            lat: number;
            /** Lng */
            lng: number;
            /** Repair */
            repair: number;
            /** Scrapped */
            scrapped: number;
        };
        /** ComponentMap */
        ComponentMap: {
            /** Features */
            features: components["schemas"]["ComponentFeature"][];
            /** Total */
            total: number;
        };
        /** ComponentOut */
        ComponentOut: {
            /** Licence */
            licence: string;
            /** Name */
            name: string;
            /** Version */
            version: string;
        };
        /** ComponentsOfCase */
        ComponentsOfCase: {
            /** Linked */
            linked: components["schemas"]["StreetComponentOut"][];
            /** Near */
            near: components["schemas"]["StreetComponentNear"][];
        };
        /** ComponentTie */
        ComponentTie: {
            /** Component Id */
            component_id: number;
            /** Number */
            number: string;
            /**
             * Remove
             * @default false
             */
            remove?: boolean;
        };
        /**
         * ConfirmIn
         * @description The password once more, for what a stranger at an open screen must not do.
         */
        ConfirmIn: {
            /** Password */
            password: string;
        };
        /** ContactOut */
        ContactOut: {
            /** Area */
            area: string;
            /** Name */
            name: string;
            /** Role */
            role: string;
            /** Work Phone */
            work_phone: string;
        };
        /** Counts */
        Counts: {
            /** Created */
            created: number;
            /** Done */
            done: number;
            /** Failed */
            failed: number;
            /** Total */
            total: number;
            /** Unchanged */
            unchanged: number;
        };
        /** CourseDetail */
        CourseDetail: {
            /** About */
            about: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Attendance */
            attendance: components["schemas"]["AttendanceRow"][];
            /** Came */
            came: number;
            /** Exams */
            exams: {
                [key: string]: unknown;
            }[];
            /** Expected */
            expected: number;
            /** Id */
            id: number;
            /** Minutes */
            minutes: number;
            /** Name */
            name: string;
            /** Place */
            place: string;
            /** Posts */
            posts: string[];
            /** State */
            state: string;
            /** Teacher */
            teacher: string;
            /** Topic */
            topic: string;
            /** Version */
            version: number;
        };
        /**
         * CourseIn
         * @description With `id` and `version` a change.
         */
        CourseIn: {
            /**
             * About
             * @default
             */
            about?: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Id */
            id?: number | null;
            /**
             * Minutes
             * @default 120
             */
            minutes?: number;
            /** Name */
            name: string;
            /**
             * Place
             * @default
             */
            place?: string;
            /**
             * Posts
             * @default []
             */
            posts?: string[];
            /**
             * State
             * @default planned
             * @enum {string}
             */
            state?: "planned" | "held" | "cancelled";
            /**
             * Teacher
             * @default
             */
            teacher?: string;
            /**
             * Topic
             * @default
             */
            topic?: string;
            /**
             * Version
             * @default 1
             */
            version?: number;
        };
        /** CourseList */
        CourseList: {
            /** Items */
            items: components["schemas"]["CourseOut"][];
        };
        /**
         * CourseOut
         * @description `expected` leaves those with leave out.
         */
        CourseOut: {
            /** About */
            about: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Came */
            came: number;
            /** Expected */
            expected: number;
            /** Id */
            id: number;
            /** Minutes */
            minutes: number;
            /** Name */
            name: string;
            /** Place */
            place: string;
            /** Posts */
            posts: string[];
            /** State */
            state: string;
            /** Teacher */
            teacher: string;
            /** Topic */
            topic: string;
            /** Version */
            version: number;
        };
        /** CoverageOut */
        CoverageOut: {
            /** Figures */
            figures: {
                [key: string]: unknown;
            };
            /** First */
            first: string;
            /** Grids */
            grids: {
                [key: string]: unknown;
            }[];
            /** Last */
            last: string;
            /** Points */
            points: {
                [key: string]: unknown;
            }[];
        };
        /** CoveragePart */
        CoveragePart: {
            /** Done */
            done: number;
            /** Due */
            due: number;
            /** Key */
            key: string;
            /** Name */
            name: string;
            /** Overdue */
            overdue: number;
            /** Plans */
            plans: number;
            /** Share */
            share: number | null;
        };
        /**
         * CoveredOut
         * @description Somebody acted for this person.
         */
        CoveredOut: {
            /** By */
            by: string;
            /** Ended At */
            ended_at: string | null;
            /** Reason */
            reason: string;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /** CoverIn */
        CoverIn: {
            /**
             * Hours
             * @default 4
             */
            hours?: number;
            /** Reason */
            reason: string;
            /** Username */
            username: string;
        };
        /** CueAnswerIn */
        CueAnswerIn: {
            /** Text */
            text: string;
        };
        /**
         * CueIn
         * @description Either the number of a case or an order.
         */
        CueIn: {
            /** Note */
            note: string;
            /**
             * Number
             * @default
             */
            number?: string;
            /** Order Id */
            order_id?: number | null;
        };
        /** CueList */
        CueList: {
            /** Items */
            items: components["schemas"]["CueOut"][];
        };
        /** CueOrder */
        CueOrder: {
            /** Id */
            id: number;
            /** Number */
            number: string;
        };
        /** CueOut */
        CueOut: {
            /** Answer */
            answer: string;
            /** Answered At */
            answered_at: string | null;
            /** Answered By */
            answered_by: string;
            /** Id */
            id: number;
            /** May Answer */
            may_answer: boolean;
            /** Note */
            note: string;
            /** Number */
            number: string | null;
            order: components["schemas"]["CueOrder"] | null;
            /** Seen At */
            seen_at: string | null;
            /** Seen By */
            seen_by: string;
            /** Sent At */
            sent_at: string;
            /** Sent By */
            sent_by: string;
            /** Title */
            title: string;
            /** Unit */
            unit: string;
        };
        /** DayOut */
        DayOut: {
            /** Date */
            date: string;
            /** Name */
            name: string;
            /** Own */
            own: boolean;
            /** Spans */
            spans: string;
            /** Special */
            special: boolean;
            /** Working */
            working: boolean;
        };
        /** DealtCase */
        DealtCase: {
            /** By */
            by: string;
            /** Id */
            id: number;
            /** Month */
            month: string;
            /** Rated At */
            rated_at: string | null;
            /** Share */
            share: string | null;
            /** Title */
            title: string;
        };
        /**
         * DecisionIn
         * @description `version` as it was seen. dismiss asks for a `reason`, supervise for a `note`, patrol for a `unit_id`.
         */
        DecisionIn: {
            /**
             * Action
             * @enum {string}
             */
            action: "confirm" | "dismiss" | "supervise" | "patrol" | "reopen";
            /**
             * Note
             * @default
             */
            note?: string;
            /**
             * Numbers
             * @default []
             */
            numbers?: string[];
            /**
             * Reason
             * @default
             * @enum {string}
             */
            reason?: "" | "unrelated" | "known" | "planned" | "wording" | "repeated" | "other";
            /** Unit Id */
            unit_id?: number | null;
            /** Version */
            version: number;
        };
        /** DeductionIn */
        DeductionIn: {
            /**
             * Case
             * @default
             */
            case?: string | "";
            /**
             * Files
             * @default []
             */
            files?: string[];
            /**
             * Item
             * @default
             */
            item?: string;
            /** Month */
            month: string;
            /** Points */
            points: number;
            /** Reason */
            reason: string;
            /** Unit */
            unit: string;
        };
        /** DeductionTold */
        DeductionTold: {
            /** At */
            at: string;
            /** By */
            by: string;
            /** Case */
            case: string;
            /** Files */
            files: {
                [key: string]: string;
            }[];
            /** Id */
            id: number;
            /** Item */
            item: string;
            /** Lifted At */
            lifted_at: string | null;
            /** Lifted By */
            lifted_by: string;
            /** Lifted Why */
            lifted_why: string;
            /** Points */
            points: string;
            /** Reason */
            reason: string;
        };
        /** Deliveries */
        Deliveries: {
            /** Items */
            items: components["schemas"]["DeliveryOut"][];
        };
        /** DeliveryOut */
        DeliveryOut: {
            /** Case */
            case: string | null;
            /** Created At */
            created_at: string;
            /** Fault */
            fault: string;
            /** Fault Words */
            fault_words: string;
            /** Id */
            id: string;
            /** Next At */
            next_at: string | null;
            /** Sent At */
            sent_at: string | null;
            /** State */
            state: string;
            /** Template */
            template: string;
            /** Text */
            text: string;
            /** To */
            to: string;
            /** Tries */
            tries: number;
            /** Way */
            way: string;
        };
        /** DetailQuery */
        DetailQuery: {
            /**
             * Area
             * @default
             */
            area?: string;
            /**
             * By
             * @description Divided by
             * @default unit
             * @enum {string}
             */
            by?: "" | "unit" | "area" | "category" | "channel";
            /**
             * Category
             * @default
             */
            category?: string;
            /**
             * Channel
             * @default
             */
            channel?: string;
            /**
             * Unit
             * @description Unit codes; what is below is included
             * @default
             */
            unit?: string;
            /**
             * Year
             * @description Default: this year
             */
            year?: number | null;
        };
        /** Difference */
        Difference: {
            /** After */
            after: string;
            /** Before */
            before: string;
            /** Column */
            column: string;
            /** Label */
            label: string;
        };
        /**
         * DigestOut
         * @description `figures`: as on the board, each with the filter that lists its cases; `worst`: units, categories, areas.
         */
        DigestOut: {
            /** Cadence */
            cadence: string;
            /**
             * End
             * Format: date-time
             */
            end: string;
            /** Figures */
            figures: {
                [key: string]: unknown;
            };
            /** Id */
            id: number;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /**
             * Start
             * Format: date-time
             */
            start: string;
            /** Text */
            text: string;
            /** Worst */
            worst: {
                [key: string]: unknown;
            };
        };
        /**
         * DispatchRuleIn
         * @description A whole rule. Names in the expression become codes.
         */
        DispatchRuleIn: {
            /**
             * Category
             * @default
             */
            category?: string;
            /**
             * Co Units
             * @default []
             */
            co_units?: string[];
            /**
             * Code
             * @default
             */
            code?: string;
            /**
             * Etag
             * @default
             */
            etag?: string;
            /** Expression */
            expression: string;
            /** Name */
            name: string;
            /**
             * Reason
             * @default
             */
            reason?: string;
            /** Source */
            source: string;
            /**
             * Target
             * @default unit
             * @enum {string}
             */
            target?: "unit" | "subdistrict" | "community" | "manager" | "none";
            /**
             * Unit
             * @default
             */
            unit?: string;
            /**
             * Urgency
             * @default
             * @enum {string}
             */
            urgency?: "" | "normal" | "urgent" | "emergency";
            /** Valid From */
            valid_from?: string | null;
            /** Valid To */
            valid_to?: string | null;
        };
        /**
         * DispatchRuleList
         * @description In the order in which they are asked. `mark` is to be sent along when the order is changed.
         */
        DispatchRuleList: {
            /** Mark */
            mark: string;
            /** May Change */
            may_change: boolean;
            /** Rules */
            rules: components["schemas"]["DispatchRuleOut"][];
            /** Targets */
            targets: components["schemas"]["RuleCodeName"][];
        };
        /**
         * DispatchRuleOut
         * @description `expression` with codes, `shown` with names. state: on, off, broken (on, but something it names is gone), future,
         *     closed. `tried`: what it says now has been tried, so that it can be switched on.
         */
        DispatchRuleOut: {
            /** Alarm Since */
            alarm_since: string | null;
            category: components["schemas"]["RuleCodeName"] | null;
            /** Co Units */
            co_units: components["schemas"]["RuleCodeName"][];
            /** Code */
            code: string;
            /** Enabled */
            enabled: boolean;
            /** Etag */
            etag: string;
            /** Expression */
            expression: string;
            /** Faults */
            faults: string[];
            /** Name */
            name: string;
            /** Position */
            position: number;
            /** Shown */
            shown: string;
            /** Source */
            source: string;
            /** State */
            state: string;
            /** Target */
            target: string;
            /** Target Name */
            target_name: string;
            trial: components["schemas"]["RuleTrialOut"] | null;
            /** Tried */
            tried: boolean;
            unit: components["schemas"]["RuleCodeName"] | null;
            /** Urgency */
            urgency: string;
            /** Valid From */
            valid_from: string | null;
            /** Valid To */
            valid_to: string | null;
            /** Version */
            version: number;
        };
        /** DistrictOut */
        DistrictOut: {
            /** Centre Name */
            centre_name: string;
            /** Code */
            code: string;
            /** Demo */
            demo: boolean;
            /** Name */
            name: string;
        };
        /**
         * Done
         * @description What an action left behind; the page reads the case again.
         */
        Done: {
            /** Next Due At */
            next_due_at: string | null;
            /** Number */
            number: string;
            /** Open */
            open: boolean;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            /** Version */
            version: number;
        };
        /**
         * DoorMapOut
         * @description WGS-84. `base` as in places: the system of its tiles is for drawing alone.
         */
        DoorMapOut: {
            base: components["schemas"]["BaseMapOut"];
            /** Outlines */
            outlines: components["schemas"]["DoorOutline"][];
        };
        /** DoorOutline */
        DoorOutline: {
            /** Bbox */
            bbox: number[];
            /** Geometry */
            geometry: {
                [key: string]: unknown;
            };
            /** Id */
            id: number;
            /** Level */
            level: string;
            /** Name */
            name: string;
        };
        /** DraftIn */
        DraftIn: {
            /** Data */
            data: {
                [key: string]: unknown;
            };
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /** DraftOut */
        DraftOut: {
            /** Data */
            data: {
                [key: string]: unknown;
            };
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /** EmergencyHint */
        EmergencyHint: {
            /** Advice */
            advice: string;
            /** Number */
            number: string;
            /** Word */
            word: string;
        };
        /** EmergencyOut */
        EmergencyOut: {
            /** Advice */
            advice: string;
            /** Number */
            number: string;
            /** Unless */
            unless: string[];
            /** Words */
            words: string[];
        };
        /** EndedOut */
        EndedOut: {
            /** Ended */
            ended: number;
        };
        /** EndSessionsIn */
        EndSessionsIn: {
            /**
             * Here Too
             * @default false
             */
            here_too?: boolean;
        };
        /** EnteredOut */
        EnteredOut: {
            me: components["schemas"]["MeOut"];
            /** Token */
            token: string | null;
        };
        /**
         * EnterIn
         * @description Either phone and code, or what WeChat gave. `keep` asks for the token in the answer (mini-program).
         */
        EnterIn: {
            /**
             * Code
             * @default
             */
            code?: string;
            /**
             * Keep
             * @default false
             */
            keep?: boolean;
            /**
             * Phone
             * @default
             */
            phone?: string;
            /**
             * Wechat
             * @default
             */
            wechat?: string;
            /**
             * Wechat Phone
             * @default
             */
            wechat_phone?: string;
        };
        /** EvaluationForm */
        EvaluationForm: {
            /** Form */
            form: string;
            /** Project */
            project: string;
        };
        /**
         * EvaluationIn
         * @description `version` 0 for the first time; `executed` in 万元 when it is not to be what was imported.
         */
        EvaluationIn: {
            /**
             * Executed
             * @default
             */
            executed?: string;
            /** Rows */
            rows: components["schemas"]["EvaluationRowIn"][];
            /** Version */
            version: number;
        };
        /** EvaluationOut */
        EvaluationOut: {
            /** Budget */
            budget: string | null;
            /** Changed By */
            changed_by: string;
            /** Counted */
            counted: string | null;
            /** Executed */
            executed: string | null;
            /** Execution Points */
            execution_points: string;
            /** Execution Score */
            execution_score: string | null;
            /** Form */
            form: string;
            /** Forms */
            forms: components["schemas"]["EvaluationForm"][];
            /** Grade */
            grade: string;
            /** Name */
            name: string;
            /** Project */
            project: string;
            /** Rows */
            rows: components["schemas"]["EvaluationRow"][];
            /** Score */
            score: string | null;
            /** Version */
            version: number;
            /** Year */
            year: number;
        };
        /**
         * EvaluationRow
         * @description `counted`: what the platform counted, or None and `why_not`; `words`: a target in words, rated by `quality`;
         *     `share`: per cent of the target that was reached.
         */
        EvaluationRow: {
            /** Actual */
            actual: string;
            /** Counted */
            counted: string | null;
            /** Evidence */
            evidence: string;
            /** Explanation */
            explanation: string;
            /** Indicator */
            indicator: string;
            /** Level1 */
            level1: string;
            /** Level2 */
            level2: string;
            /** Name */
            name: string;
            /** Points */
            points: string;
            /** Quality */
            quality: string;
            /** Score */
            score: string | null;
            /** Share */
            share: string | null;
            /** Target */
            target: string;
            /** Unexplained */
            unexplained: boolean;
            /** Why Not */
            why_not: string;
            /** Words */
            words: boolean;
        };
        /** EvaluationRowIn */
        EvaluationRowIn: {
            /**
             * Actual
             * @default
             */
            actual?: string;
            /**
             * Evidence
             * @default
             */
            evidence?: string;
            /**
             * Explanation
             * @default
             */
            explanation?: string;
            /** Name */
            name: string;
            /**
             * Quality
             * @default
             * @enum {string}
             */
            quality?: "" | "full" | "part" | "none";
        };
        /** EventList */
        EventList: {
            /** Items */
            items: components["schemas"]["EventOut"][];
        };
        /** EventOut */
        EventOut: {
            /** Action */
            action: string;
            /** Action Name */
            action_name: string;
            /** Actor */
            actor: {
                [key: string]: string;
            };
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** From State */
            from_state: string;
            /** Hash */
            hash: string;
            /** Payload */
            payload: {
                [key: string]: unknown;
            };
            /** Seq */
            seq: number;
            /** Summary */
            summary: string;
            /** To State */
            to_state: string;
            /** To State Name */
            to_state_name: string;
        };
        /** EvidenceOut */
        EvidenceOut: {
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /** ExamIn */
        ExamIn: {
            /**
             * Closes At
             * Format: date-time
             */
            closes_at: string;
            /** Course Id */
            course_id?: number | null;
            /**
             * Minutes
             * @default 30
             */
            minutes?: number;
            /** Name */
            name: string;
            /**
             * Opens At
             * Format: date-time
             */
            opens_at: string;
            /**
             * Pass Mark
             * @default 80
             */
            pass_mark?: number;
            /**
             * Posts
             * @default []
             */
            posts?: string[];
            /**
             * Questions
             * @default 10
             */
            questions?: number;
            /**
             * Topics
             * @default []
             */
            topics?: string[];
            /**
             * Tries
             * @default 2
             */
            tries?: number;
        };
        /** ExamList */
        ExamList: {
            /** Items */
            items: components["schemas"]["ExamOut"][];
            /** Topics */
            topics: {
                [key: string]: unknown;
            }[];
        };
        /** ExamOut */
        ExamOut: {
            /** Average */
            average: number | null;
            /**
             * Closes At
             * Format: date-time
             */
            closes_at: string;
            /** Course Id */
            course_id: number | null;
            /** Id */
            id: number;
            /** Minutes */
            minutes: number;
            /** Name */
            name: string;
            /**
             * Opens At
             * Format: date-time
             */
            opens_at: string;
            /** Pass Mark */
            pass_mark: number;
            /** Passed */
            passed: number;
            /** People */
            people: number;
            /** Posts */
            posts: string[];
            /** Questions */
            questions: number;
            /** Topics */
            topics: string[];
            /** Tries */
            tries: number;
        };
        /** ExamResult */
        ExamResult: {
            /** At */
            at: string | null;
            /** Name */
            name: string;
            /** Passed */
            passed: boolean;
            /** Post Name */
            post_name: string;
            /** Score */
            score: number | null;
            /** Staff No */
            staff_no: string;
            /** Tries */
            tries: number;
            /** Worker Id */
            worker_id: number;
        };
        /**
         * ExamResults
         * @description `hard`: questions that most were wrong about.
         */
        ExamResults: {
            /** Hard */
            hard: {
                [key: string]: unknown;
            }[];
            /** Id */
            id: number;
            /** Items */
            items: components["schemas"]["ExamResult"][];
            /** Name */
            name: string;
            /** Pass Mark */
            pass_mark: number;
        };
        /** ExclusionIn */
        ExclusionIn: {
            /**
             * Files
             * @default []
             */
            files?: string[];
            /** Note */
            note: string;
            /** Number */
            number: string;
            /** Reason */
            reason: string;
        };
        /** ExclusionList */
        ExclusionList: {
            /** Items */
            items: components["schemas"]["ExclusionOut"][];
            /** Reasons */
            reasons: components["schemas"]["IndicatorWord"][];
        };
        /** ExclusionOut */
        ExclusionOut: {
            /** Files */
            files: components["schemas"]["EvidenceOut"][];
            /** Id */
            id: number;
            /** Made At */
            made_at: string;
            /** Made By */
            made_by: string;
            /** Note */
            note: string;
            /** Number */
            number: string;
            /** Reason */
            reason: string;
            /** Reason Name */
            reason_name: string;
            /** Title */
            title: string;
            /** Withdrawn At */
            withdrawn_at: string | null;
            /** Withdrawn By */
            withdrawn_by: string;
            /** Withdrawn Note */
            withdrawn_note: string;
        };
        /** ExclusionRule */
        ExclusionRule: {
            /** Name */
            name: string;
            /** Rule */
            rule: string;
            /** Where */
            where: string;
        };
        /**
         * ExportIn
         * @description `query`: the parameters of GET /cases. `numbers`: only these cases of what it finds.
         */
        ExportIn: {
            /**
             * Clear
             * @description Names and numbers in clear; needs case.export_clear
             * @default false
             */
            clear?: boolean;
            /**
             * Columns
             * @description Empty: all of them
             * @default []
             */
            columns?: string[];
            /**
             * Format
             * @enum {string}
             */
            format: "xlsx" | "csv";
            /**
             * Numbers
             * @default []
             */
            numbers?: string[];
            /**
             * Query
             * @default {}
             */
            query?: {
                [key: string]: unknown;
            };
            /** Reason */
            reason: string;
            /**
             * Sort
             * @default -received_at
             * @enum {string}
             */
            sort?: "-received_at" | "received_at" | "next_due_at" | "-next_due_at" | "-closed_at" | "closed_at";
            /**
             * View
             * @description The saved view that was shown; named in the record
             */
            view?: number | null;
        };
        /** ExportPeopleIn */
        ExportPeopleIn: {
            /**
             * Area
             * @default
             */
            area?: string;
            /**
             * Format
             * @default xlsx
             * @enum {string}
             */
            format?: "xlsx" | "csv";
            /**
             * Month
             * @default
             */
            month?: string;
            /** Reason */
            reason: string;
            /**
             * What
             * @enum {string}
             */
            what: "residents" | "premises" | "key_persons" | "visits";
        };
        /** ExportQuery */
        ExportQuery: {
            /**
             * Area
             * @description Area codes (subdistrict, community or grid)
             * @default
             */
            area?: string;
            /**
             * Category
             * @description Category codes; a major class includes its minor classes
             * @default
             */
            category?: string;
            /**
             * Channel
             * @default
             */
            channel?: string;
            /**
             * Compare
             * @default previous
             * @enum {string}
             */
            compare?: "previous" | "week" | "month" | "year" | "none";
            /**
             * Direct
             * @description unit, category, area: without those below
             * @default
             */
            direct?: string;
            /**
             * End
             * @description Last day, with period=days
             */
            end?: string | null;
            /**
             * Flag
             * @default
             */
            flag?: string;
            /**
             * Kind
             * @default
             */
            kind?: string;
            /**
             * Lifecycle
             * @default
             */
            lifecycle?: string;
            /**
             * Panel
             * @enum {string}
             */
            panel: "figures" | "series" | "by_hour" | "by_channel" | "by_unit" | "by_area" | "by_category" | "by_state";
            /**
             * Period
             * @default today
             * @enum {string}
             */
            period?: "today" | "yesterday" | "week" | "month" | "quarter" | "year" | "days";
            /**
             * Start
             * @description First day, with period=days
             */
            start?: string | null;
            /**
             * Unit
             * @description Unit codes; units below are included
             * @default
             */
            unit?: string;
            /**
             * Unset
             * @description unit, category, area: cases that have none
             * @default
             */
            unset?: string;
            /**
             * Urgency
             * @default
             */
            urgency?: string;
        };
        /**
         * FactorBegunOut
         * @description For the authenticator app; shown this once. `svg` is the QR code of `uri`.
         */
        FactorBegunOut: {
            /** Secret */
            secret: string;
            /** Svg */
            svg: string;
            /** Uri */
            uri: string;
        };
        /** FactorOut */
        FactorOut: {
            /** On */
            on: boolean;
            /** Recovery Codes Left */
            recovery_codes_left: number;
            /** Required */
            required: boolean;
            /** Since */
            since: string | null;
        };
        /** FedFault */
        FedFault: {
            /** Column */
            column: string;
            /** Message */
            message: string;
        };
        /**
         * FedIndicator
         * @description An indicator that is fed: what its form asks for.
         */
        FedIndicator: {
            /** Code */
            code: string;
            /** Combine */
            combine: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Name En */
            name_en: string;
            /** Rule */
            rule: string;
            /** Unit */
            unit: string;
        };
        /**
         * FedRecordIn
         * @description `numerator`: the number (for a rate what was reached, with `denominator`); `text` for what is told in words.
         */
        FedRecordIn: {
            /** Denominator */
            denominator?: number | null;
            /**
             * Files
             * @default []
             */
            files?: string[];
            /**
             * First
             * Format: date
             */
            first: string;
            /** Indicator */
            indicator: string;
            /**
             * Last
             * Format: date
             */
            last: string;
            /**
             * Note
             * @default
             */
            note?: string;
            /** Numerator */
            numerator?: number | null;
            /**
             * Text
             * @default
             */
            text?: string;
        };
        /** FedRecordList */
        FedRecordList: {
            /** Fed */
            fed: components["schemas"]["FedIndicator"][];
            /** Items */
            items: components["schemas"]["FedRecordOut"][];
        };
        /** FedRecordOut */
        FedRecordOut: {
            /** Denominator */
            denominator: string | null;
            /** Files */
            files: components["schemas"]["EvidenceOut"][];
            /** First */
            first: string;
            /** Id */
            id: number;
            /** Indicator */
            indicator: string;
            /** Last */
            last: string;
            /** Made At */
            made_at: string;
            /** Made By */
            made_by: string;
            /** Name */
            name: string;
            /** Note */
            note: string;
            /** Numerator */
            numerator: string | null;
            /** Text */
            text: string;
            /** Withdrawn At */
            withdrawn_at: string | null;
            /** Withdrawn By */
            withdrawn_by: string;
            /** Withdrawn Note */
            withdrawn_note: string;
        };
        /** FedTable */
        FedTable: {
            /** Count */
            count: number;
            /** Rows */
            rows: components["schemas"]["FedTableRow"][];
            /** Wrong */
            wrong: number;
        };
        /** FedTableKept */
        FedTableKept: {
            /** Kept */
            kept: number;
        };
        /**
         * FedTableRow
         * @description `cells`: indicator, first, last, numerator, denominator, text, note as they stand in the file.
         */
        FedTableRow: {
            /** Cells */
            cells: {
                [key: string]: string;
            };
            /** Errors */
            errors: components["schemas"]["FedFault"][];
            /** Line */
            line: number;
            /** Name */
            name: string;
            /** Name En */
            name_en: string;
        };
        /** FieldSpec */
        FieldSpec: {
            /** Help */
            help?: string | null;
            /** Label */
            label: string;
            /** Name */
            name: string;
            /** Options */
            options?: {
                [key: string]: string;
            }[] | null;
            /** Required */
            required: boolean;
            /** Type */
            type: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * Figure
         * @description `query`: the filter that lists these cases.
         */
        Figure: {
            /** Query */
            query: {
                [key: string]: string;
            };
            /** Value */
            value: number;
        };
        /**
         * FiguresOut
         * @description First dispatches by month, category and unit. `wrong`: another unit had to take it, or it was withdrawn.
         */
        FiguresOut: {
            /** Categories */
            categories: components["schemas"]["NamedRow"][];
            /** Months */
            months: components["schemas"]["MonthRow"][];
            /** Since */
            since: string;
            /** Units */
            units: components["schemas"]["NamedRow"][];
            /** Until */
            until: string;
        };
        /** FiguresQuery */
        FiguresQuery: {
            /**
             * Month
             * @default
             */
            month?: string;
            /**
             * Months
             * @default 6
             */
            months?: number;
        };
        /** FileAccepted */
        FileAccepted: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Size */
            size: number;
        };
        /** FileImportOut */
        FileImportOut: {
            /** Channel */
            channel: {
                [key: string]: string;
            };
            /** Columns */
            columns: string[];
            counts: components["schemas"]["Counts"];
            /** File Name */
            file_name: string;
            /** Id */
            id: string;
            /** Message */
            message: string;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
        } & {
            [key: string]: unknown;
        };
        /** FileImportPreview */
        FileImportPreview: {
            /** Checked */
            checked: number;
            /** Failed */
            failed: number;
            /** Rows */
            rows: {
                [key: string]: unknown;
            }[];
            /** Total */
            total: number;
        };
        /** FileOut */
        FileOut: {
            /** Caption */
            caption: string;
            /** Event Seq */
            event_seq: number;
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Mime */
            mime: string;
            /** Name */
            name: string;
            /** Public Url */
            public_url: string | null;
            /** Scan State */
            scan_state: string;
            /** Size */
            size: number;
            /** Stage */
            stage: string;
            /** Thumb Url */
            thumb_url: string | null;
            /** Url */
            url: string;
            /** View Url */
            view_url: string | null;
        };
        /**
         * FindPeopleIn
         * @description A whole name, phone or ID number.
         */
        FindPeopleIn: {
            /** Text */
            text: string;
        };
        /** FoundPlace */
        FoundPlace: {
            /** Address */
            address: string;
            /** Area Id */
            area_id: number | null;
            /** Area Path */
            area_path: string[];
            /** Id */
            id: number;
            /** Lat */
            lat: number | null;
            /** Level */
            level: string;
            /** Lng */
            lng: number | null;
            /** Name */
            name: string;
            /** Type */
            type: string;
        };
        /**
         * FrontDoorOut
         * @description Whether SMS and WeChat are set up, and figures; each group opens its cases.
         */
        FrontDoorOut: {
            /** Bound */
            bound: number;
            /** Deliveries */
            deliveries: {
                [key: string]: number;
            };
            /** Demo */
            demo: boolean;
            /** Fields */
            fields: components["schemas"]["CodeAndName"][];
            /** Groups */
            groups: components["schemas"]["CaseGroup"][];
            /** Residents */
            residents: number;
            /** Sms */
            sms: boolean;
            /** Wechat */
            wechat: boolean;
        };
        /** GoalIn */
        GoalIn: {
            /** Actual */
            actual?: number | null;
            /** Name */
            name: string;
            /** Target */
            target: number;
            /**
             * Unit
             * @default
             */
            unit?: string;
        };
        /** GoalOut */
        GoalOut: {
            /** Actual */
            actual: number | null;
            /** Name */
            name: string;
            /** Target */
            target: number;
            /** Unit */
            unit: string;
        };
        /** GoodReplies */
        GoodReplies: {
            /** Items */
            items: components["schemas"]["GoodReply"][];
        };
        /**
         * GoodReply
         * @description A reply that satisfied, without personal data; names, numbers and days are blanks. `number`:
         *     when it may be seen.
         */
        GoodReply: {
            /** Category */
            category: string;
            /** Month */
            month: string;
            /** Number */
            number: string | null;
            /** Score */
            score: number;
            /** Text */
            text: string;
            /** Title */
            title: string;
            /** Unit */
            unit: string;
        };
        /**
         * GridChange
         * @description `what`: new, changes, ends. `moved`: its outline changes. `goes_to`: which areas take its land.
         */
        GridChange: {
            after: components["schemas"]["GridSide"] | null;
            before: components["schemas"]["GridSide"] | null;
            /** Code */
            code: string;
            /** Goes To */
            goes_to: string[];
            /** Key */
            key: string;
            /** Level */
            level: string;
            /** Moved */
            moved: boolean;
            /** What */
            what: string;
        };
        /** GridDecision */
        GridDecision: {
            /**
             * Action
             * @enum {string}
             */
            action: "submit" | "approve" | "return" | "withdraw" | "undo";
            /**
             * Note
             * @default
             */
            note?: string;
            /** Version */
            version: number;
        };
        /**
         * GridEffect
         * @description `gathered`: the filter of the case list that opens them.
         */
        GridEffect: {
            /** Capped */
            capped: boolean;
            /** Code */
            code: string;
            /** Count */
            count: number;
            /** Examples */
            examples: string[];
            /** Gathered */
            gathered: string;
            /** Name */
            name: string;
            /** Name En */
            name_en: string;
        };
        /**
         * GridFault
         * @description `kind`: overlap, gap, outside, strip, tiny, pieces, same_name, no_outline, impossible (`words` says why).
         *     `stops`: the plan cannot be submitted. `old`: it was there before. `size`: square metres.
         */
        GridFault: {
            /** Areas */
            areas: components["schemas"]["GridNamed"][];
            /** Geometry */
            geometry: {
                [key: string]: unknown;
            } | null;
            /** Kind */
            kind: string;
            /** Old */
            old: boolean;
            /** Operation */
            operation: number | null;
            /** Size */
            size: number;
            /** Stops */
            stops: boolean;
            /** Words */
            words: string;
        };
        /** GridNamed */
        GridNamed: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * GridOperation
         * @description One change. draw: parent, name, geometry. split: code, line, names. merge: codes, into. change: code and name,
         *     kind, managed_by or parent. boundary: code, geometry, neighbours. retire: code. `fit` cuts an outline to its parent
         *     and, when drawn, to its neighbours.
         */
        GridOperation: {
            /** Code */
            code?: string | null;
            /** Codes */
            codes?: string[] | null;
            /**
             * Fit
             * @default false
             */
            fit?: boolean;
            geometry?: components["schemas"]["GridOutlineIn"] | null;
            /** Into */
            into?: string | null;
            /** Kind */
            kind?: ("base" | "special" | "micro") | null;
            /** Line */
            line?: [
                number,
                number
            ][] | null;
            /** Managed By */
            managed_by?: string | null;
            /** Name */
            name?: string | null;
            /** Names */
            names?: string[] | null;
            /**
             * Neighbours
             * @default false
             */
            neighbours?: boolean;
            /**
             * Op
             * @enum {string}
             */
            op: "draw" | "split" | "merge" | "change" | "boundary" | "retire";
            /** Parent */
            parent?: string | null;
        };
        /**
         * GridOutlineIn
         * @description GeoJSON Polygon or MultiPolygon in WGS-84.
         */
        GridOutlineIn: {
            /** Coordinates */
            coordinates: unknown[];
            /**
             * Type
             * @enum {string}
             */
            type: "Polygon" | "MultiPolygon";
        };
        /** GridPlanDetail */
        GridPlanDetail: {
            /** Applied At */
            applied_at: string | null;
            /** Changes */
            changes: components["schemas"]["GridChange"][];
            /** Created At */
            created_at: string;
            /** Created By */
            created_by: string;
            /**
             * Effective On
             * Format: date
             */
            effective_on: string;
            /** Effects */
            effects: components["schemas"]["GridEffect"][];
            /** Failure */
            failure: string;
            /** Faults */
            faults: components["schemas"]["GridFault"][];
            /** Id */
            id: number;
            /** May */
            may: string[];
            /** Note */
            note: string;
            /** Operations */
            operations: {
                [key: string]: unknown;
            }[];
            /** Others */
            others: components["schemas"]["OtherGridPlan"][];
            /** Outlines */
            outlines: components["schemas"]["NewGridOutline"][];
            /** State */
            state: string;
            /** Steps */
            steps: components["schemas"]["GridPlanStepOut"][];
            /** Title */
            title: string;
            /** Undoes */
            undoes: number | null;
            /** Version */
            version: number;
        };
        /** GridPlanEdit */
        GridPlanEdit: {
            /**
             * Add
             * @default []
             */
            add?: components["schemas"]["GridOperation"][];
            /** Effective On */
            effective_on?: string | null;
            /** Note */
            note?: string | null;
            /**
             * Remove
             * @default []
             */
            remove?: number[];
            /** Title */
            title?: string | null;
            /** Version */
            version: number;
        };
        /** GridPlanHead */
        GridPlanHead: {
            /** Applied At */
            applied_at: string | null;
            /** Created At */
            created_at: string;
            /** Created By */
            created_by: string;
            /**
             * Effective On
             * Format: date
             */
            effective_on: string;
            /** Failure */
            failure: string;
            /** Id */
            id: number;
            /** Note */
            note: string;
            /** State */
            state: string;
            /** Title */
            title: string;
            /** Undoes */
            undoes: number | null;
            /** Version */
            version: number;
        };
        /** GridPlanIn */
        GridPlanIn: {
            /**
             * Effective On
             * Format: date
             */
            effective_on: string;
            /**
             * Note
             * @default
             */
            note?: string;
            /** Title */
            title: string;
        };
        /** GridPlanStepOut */
        GridPlanStepOut: {
            /** Action */
            action: string;
            /** Actor */
            actor: string;
            /** At */
            at: string;
            /** Note */
            note: string;
        };
        /** GridSide */
        GridSide: {
            /** Kind */
            kind: string;
            /** Managed By */
            managed_by: string;
            /** Name */
            name: string;
            /** Parent */
            parent: string;
            /** Parent Name */
            parent_name: string;
            /** Square Metres */
            square_metres: number;
        };
        /** GridStaffDetail */
        GridStaffDetail: {
            /** Courses */
            courses: {
                [key: string]: unknown;
            }[];
            /** Employer */
            employer: string;
            /** Employment */
            employment: string;
            /** Grids */
            grids: {
                [key: string]: string;
            }[];
            /** Id */
            id: number;
            /** Leave Reason */
            leave_reason: string;
            /** Name */
            name: string;
            /** Papers */
            papers: {
                [key: string]: unknown;
            }[];
            /** Post */
            post: string;
            /** Post Name */
            post_name: string;
            /** Since */
            since: string | null;
            /** Staff No */
            staff_no: string;
            /** Unit */
            unit: string;
            /** Unit Name */
            unit_name: string;
            /** Until */
            until: string | null;
            /** Username */
            username: string;
            /** Work Phone */
            work_phone: string;
        };
        /** GridStaffList */
        GridStaffList: {
            /** Items */
            items: components["schemas"]["GridStaffRow"][];
            /** More */
            more: boolean;
            /** Posts */
            posts: components["schemas"]["GridStaffPost"][];
            /** Total */
            total: number;
        };
        /** GridStaffPost */
        GridStaffPost: {
            /** Code */
            code: string;
            /** Count */
            count: number;
            /** Duties */
            duties: string;
            /** Name */
            name: string;
            /** Per Grid */
            per_grid: number;
            /** Wanted */
            wanted: number;
        };
        /** GridStaffRow */
        GridStaffRow: {
            /** Employer */
            employer: string;
            /** Employment */
            employment: string;
            /** Grids */
            grids: {
                [key: string]: string;
            }[];
            /** Id */
            id: number;
            /** Leave Reason */
            leave_reason: string;
            /** Name */
            name: string;
            /** Post */
            post: string;
            /** Post Name */
            post_name: string;
            /** Since */
            since: string | null;
            /** Staff No */
            staff_no: string;
            /** Unit */
            unit: string;
            /** Unit Name */
            unit_name: string;
            /** Until */
            until: string | null;
            /** Username */
            username: string;
            /** Work Phone */
            work_phone: string;
        };
        /** GroupRanking */
        GroupRanking: {
            /** Group */
            group: string;
            /** Items */
            items: components["schemas"]["SchemeItem"][];
            /** Minimum */
            minimum: number;
            /** Name */
            name: string;
            /** Scheme */
            scheme: string;
            /** Source */
            source: string;
            /** Units */
            units: components["schemas"]["RankedUnit"][];
        };
        /** GuessOut */
        GuessOut: {
            /** Code */
            code: string;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Path */
            path: string;
        };
        /** HandsetAct */
        HandsetAct: {
            /**
             * Action
             * @enum {string}
             */
            action: "hand_over" | "give_back" | "lose" | "find" | "repair" | "repaired" | "scrap" | "plan";
            /**
             * Note
             * @default
             */
            note?: string;
            /** On */
            on?: string | null;
            /**
             * Username
             * @default
             */
            username?: string;
            /** Version */
            version: number;
        };
        /** HandsetDetail */
        HandsetDetail: {
            /** Actions */
            actions: string[];
            /** Area */
            area: string;
            /** Bought On */
            bought_on: string | null;
            /** Code */
            code: string;
            /** Cost */
            cost: number | null;
            /** History */
            history: {
                [key: string]: unknown;
            }[];
            /** Holder */
            holder: string;
            /** Id */
            id: number;
            /** Imei */
            imei: string;
            /** Model */
            model: string;
            /** Months */
            months: {
                [key: string]: unknown;
            }[];
            /** Note */
            note: string;
            /** Replace On */
            replace_on: string | null;
            /** Since */
            since: string | null;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            /** Usage */
            usage: {
                [key: string]: unknown;
            } | null;
            /** Version */
            version: number;
            /** Work Number */
            work_number: string;
        };
        /** HandsetList */
        HandsetList: {
            /** Figures */
            figures: {
                [key: string]: number;
            };
            /** Items */
            items: components["schemas"]["HandsetRow"][];
            /** May */
            may: boolean;
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** HandsetQuery */
        HandsetQuery: {
            /**
             * Cursor
             * @default
             */
            cursor?: string;
            /**
             * Fails
             * @description Whose usage of the month is below the threshold; all: whoever has usage
             * @default
             * @enum {string}
             */
            fails?: "" | "sms" | "minutes" | "connected" | "normal" | "any" | "all";
            /**
             * Limit
             * @default 50
             */
            limit?: number;
            /**
             * Month
             * @description With the usage of this month
             * @default
             */
            month?: string;
            /**
             * Q
             * @default
             */
            q?: string;
            /**
             * Replace
             * @description Due for replacement within 90 days
             * @default false
             */
            replace?: boolean;
            /**
             * State
             * @default
             * @enum {string}
             */
            state?: "" | "store" | "used" | "lost" | "repair" | "scrapped";
        };
        /** HandsetRow */
        HandsetRow: {
            /** Area */
            area: string;
            /** Code */
            code: string;
            /** Holder */
            holder: string;
            /** Id */
            id: number;
            /** Model */
            model: string;
            /** Replace On */
            replace_on: string | null;
            /** Since */
            since: string | null;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            /** Usage */
            usage: {
                [key: string]: unknown;
            } | null;
            /** Work Number */
            work_number: string;
        };
        /**
         * HeatPart
         * @description One summand of the heat: what was counted, what it adds. `query` opens the cases counted, where there are any.
         */
        HeatPart: {
            /** Code */
            code: string;
            /** Count */
            count: number;
            /** Points */
            points: number;
            /** Query */
            query: {
                [key: string]: unknown;
            } | null;
        };
        /** HintOut */
        HintOut: {
            /** Confidence */
            confidence: number;
            /** Number */
            number: string;
            /** Source */
            source: string;
            unit: components["schemas"]["UnitName"];
        };
        /**
         * HitGroup
         * @description `partial`: the search was bounded, older or further ones may fit too.
         */
        HitGroup: {
            /** Code */
            code: string;
            /** Hits */
            hits: components["schemas"]["HitOut"][];
            /** Name */
            name: string;
            /** Partial */
            partial: boolean;
        };
        /**
         * HitOut
         * @description `kind` (case, unit, area, place, category, person, account …) and `key` say what to open; `more` is what only
         *     this kind has: of a case its row in the list.
         */
        HitOut: {
            /** Detail */
            detail: string;
            /** Key */
            key: string;
            /** Kind */
            kind: string;
            /** More */
            more: {
                [key: string]: unknown;
            } | null;
            /** Title */
            title: string;
        };
        /** HomeIn */
        HomeIn: {
            /**
             * Address
             * @default
             */
            address?: string;
            /**
             * Card
             * @default
             */
            card?: string;
            /**
             * Crs
             * @default wgs84
             * @enum {string}
             */
            crs?: "wgs84" | "gcj02" | "cgcs2000";
            /** Lat */
            lat?: number | null;
            /** Lng */
            lng?: number | null;
        };
        /** HomeOut */
        HomeOut: {
            /** Area Id */
            area_id: number;
            /** Contacts */
            contacts: components["schemas"]["ContactOut"][];
            /** Path */
            path: string[];
        };
        /**
         * HotChange
         * @description `version` as it was seen. rename asks for a `title`, merge for `into`, split for `numbers` and a `title`, undo
         *     for the `step` of a merging. `why` is kept with it.
         */
        HotChange: {
            /**
             * Action
             * @enum {string}
             */
            action: "rename" | "hide" | "show" | "merge" | "split" | "undo";
            /** Into */
            into?: number | null;
            /**
             * Numbers
             * @default []
             */
            numbers?: string[];
            /** Step */
            step?: number | null;
            /**
             * Title
             * @default
             */
            title?: string;
            /** Version */
            version: number;
            /**
             * Why
             * @default
             */
            why?: string;
        };
        /**
         * HotDetail
         * @description `members`: its newest cases, 100 at most; `windows`: the heat in the windows that are kept ready.
         */
        HotDetail: {
            /** All Callers */
            all_callers: number;
            /** All Matters */
            all_matters: number;
            /** All Query */
            all_query: {
                [key: string]: unknown;
            };
            area: components["schemas"]["HotNamed"] | null;
            /** Before */
            before: number;
            /** Before Query */
            before_query: {
                [key: string]: unknown;
            };
            category: components["schemas"]["HotNamed"] | null;
            /** First At */
            first_at: string;
            /** Heat */
            heat: number;
            /** Hidden */
            hidden: boolean;
            /** Id */
            id: number;
            /** Last At */
            last_at: string;
            /** Lat */
            lat: number | null;
            life: components["schemas"]["HotLife"];
            /** Lng */
            lng: number | null;
            /** Matters */
            matters: number;
            /** Members */
            members: components["schemas"]["HotMember"][];
            /** Merged Into */
            merged_into: number | null;
            /** Named */
            named: boolean;
            /** Parts */
            parts: components["schemas"]["HeatPart"][];
            /** Place */
            place: string;
            /** Query */
            query: {
                [key: string]: unknown;
            };
            /** Rank */
            rank: number;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            /** Steps */
            steps: components["schemas"]["HotStepOut"][];
            /** Title */
            title: string;
            /** Trend */
            trend: number[];
            /** Version */
            version: number;
            /** Windows */
            windows: {
                [key: string]: number;
            };
            /** Words */
            words: components["schemas"]["HotWord"][];
        };
        /**
         * HotLife
         * @description Matters from the first to the last, by day, or by week when that is longer than half a year.
         */
        HotLife: {
            /** Counts */
            counts: number[];
            /** Days */
            days: number;
            /** Start */
            start: string;
        };
        /**
         * HotList
         * @description `looked`: the last look that was finished; `running`: one that is on its way.
         */
        HotList: {
            /** End */
            end: string;
            /** Hidden */
            hidden: number;
            /** Items */
            items: components["schemas"]["HotRow"][];
            looked: components["schemas"]["HotRunOut"] | null;
            running: components["schemas"]["HotRunOut"] | null;
            /** Start */
            start: string;
            /** Total */
            total: number;
        };
        /** HotMember */
        HotMember: {
            /** Area */
            area: string;
            /** Callers */
            callers: number;
            /** Category */
            category: string;
            /** Number */
            number: string;
            /** Open */
            open: boolean;
            /** Received At */
            received_at: string;
            /** Title */
            title: string;
        };
        /** HotNamed */
        HotNamed: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /** HotQuery */
        HotQuery: {
            /**
             * Days
             * @default 7
             * @enum {string}
             */
            days?: "1" | "7" | "30" | "90";
            /**
             * Hidden
             * @description Those that were hidden, newest first, instead of the ranking
             * @default false
             */
            hidden?: boolean;
            /**
             * Limit
             * @default 50
             */
            limit?: number;
            /**
             * Q
             * @description Part of the name or the place
             * @default
             */
            q?: string;
            /**
             * Run
             * @description Number of a finished run; 0 for none
             * @default 0
             */
            run?: number;
            /**
             * State
             * @default
             * @enum {string}
             */
            state?: "" | "new" | "growing" | "steady" | "fading" | "back";
        };
        /**
         * HotRow
         * @description An issue in a window. `before`: matters in the equally long time before; `trend`: matters by day (by hour in a
         *     window of a day), the first one beginning at `start`. `query`, `before_query` and `all_query` open the cases.
         */
        HotRow: {
            /** All Callers */
            all_callers: number;
            /** All Matters */
            all_matters: number;
            /** All Query */
            all_query: {
                [key: string]: unknown;
            };
            area: components["schemas"]["HotNamed"] | null;
            /** Before */
            before: number;
            /** Before Query */
            before_query: {
                [key: string]: unknown;
            };
            category: components["schemas"]["HotNamed"] | null;
            /** First At */
            first_at: string;
            /** Heat */
            heat: number;
            /** Hidden */
            hidden: boolean;
            /** Id */
            id: number;
            /** Last At */
            last_at: string;
            /** Lat */
            lat: number | null;
            /** Lng */
            lng: number | null;
            /** Matters */
            matters: number;
            /** Named */
            named: boolean;
            /** Parts */
            parts: components["schemas"]["HeatPart"][];
            /** Place */
            place: string;
            /** Query */
            query: {
                [key: string]: unknown;
            };
            /** Rank */
            rank: number;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            /** Title */
            title: string;
            /** Trend */
            trend: number[];
            /** Version */
            version: number;
        };
        /**
         * HotRunIn
         * @description The days of a window, both included; at most 400.
         */
        HotRunIn: {
            /**
             * End
             * Format: date
             */
            end: string;
            /**
             * Start
             * Format: date
             */
            start: string;
        };
        /**
         * HotRunOut
         * @description A look at the cases: `state` is waiting, running, done or failed.
         */
        HotRunOut: {
            /** Asked At */
            asked_at: string;
            /** Asked By */
            asked_by: string;
            /** Cases */
            cases: number;
            /** End */
            end: string;
            /** Finished At */
            finished_at: string | null;
            /** Id */
            id: number;
            /** Issues */
            issues: number;
            /** Said */
            said: string;
            /** Seconds */
            seconds: number;
            /** Start */
            start: string;
            /** State */
            state: string;
        };
        /** HotStepOut */
        HotStepOut: {
            /** Action */
            action: string;
            /** Actor */
            actor: string;
            /** At */
            at: string;
            /** Detail */
            detail: {
                [key: string]: unknown;
            };
            /** Id */
            id: number;
            /** Note */
            note: string;
        };
        /**
         * HotWindow
         * @description The last 1, 7, 30 or 90 days, or the window of a run that somebody asked for.
         */
        HotWindow: {
            /**
             * Days
             * @default 7
             * @enum {string}
             */
            days?: "1" | "7" | "30" | "90";
            /**
             * Run
             * @description Number of a finished run; 0 for none
             * @default 0
             */
            run?: number;
        };
        /** HotWord */
        HotWord: {
            /** Cases */
            cases: number;
            /** Word */
            word: string;
        };
        /** HouseOut */
        HouseOut: {
            /** Address */
            address: string;
            /** Address Id */
            address_id: number;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** People */
            people: components["schemas"]["ResidentOut"][];
            /** Tenure */
            tenure: string;
            /** Use */
            use: string;
        };
        /** ImportIn */
        ImportIn: {
            /**
             * Reason
             * @default
             */
            reason?: string;
            /** Token */
            token: string;
        };
        /**
         * ImportReceived
         * @description `fields_known`: the fields that columns can be mapped to, with their names.
         */
        ImportReceived: {
            /** Channel */
            channel: {
                [key: string]: string;
            };
            /** Columns */
            columns: string[];
            counts: components["schemas"]["Counts"];
            /** Fields Known */
            fields_known: {
                [key: string]: string;
            };
            /** File Name */
            file_name: string;
            /** Id */
            id: string;
            /** Mappings */
            mappings: {
                [key: string]: unknown;
            }[];
            /** Message */
            message: string;
            /** Sample */
            sample: {
                [key: string]: string;
            }[];
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            /** Suggested */
            suggested: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * IndicatorBoard
         * @description `targets_of`: the year whose targets are shown (the last one that has any). `waiting`: changes that the worker
         *     has not taken up yet; they are in the figures.
         */
        IndicatorBoard: {
            /** All Cases */
            all_cases: boolean;
            /** Filter */
            filter: {
                [key: string]: string;
            };
            /** First */
            first: string;
            /** Last */
            last: string;
            /** Rows */
            rows: components["schemas"]["IndicatorRow"][];
            /** Targets Of */
            targets_of: number | null;
            /** Today */
            today: string;
            /** Topics */
            topics: components["schemas"]["IndicatorWord"][];
            /** Waiting */
            waiting: number;
            /** Year */
            year: number;
            /** Years */
            years: number[];
        };
        /** IndicatorDetail */
        IndicatorDetail: {
            actual: components["schemas"]["IndicatorReading"];
            /** Better */
            better: string;
            /** By */
            by: string;
            /** Earlier */
            earlier: components["schemas"]["IndicatorYearLine"][];
            formula: components["schemas"]["IndicatorFormula"];
            /** Indicator */
            indicator: string;
            /** Kind */
            kind: string;
            /** Lines */
            lines: components["schemas"]["IndicatorLine"][];
            /** Months */
            months: components["schemas"]["IndicatorMonthLine"][];
            /** Name */
            name: string;
            /** Name En */
            name_en: string;
            /** Reads */
            reads: string;
            /** Rule */
            rule: string;
            /** Source */
            source: string;
            /** Targets */
            targets: components["schemas"]["IndicatorTargetOut"][];
            /** Unit */
            unit: string;
            /** Year */
            year: number;
        };
        /**
         * IndicatorExcluded
         * @description What was left out by which rule; `query` lists the cases.
         */
        IndicatorExcluded: {
            /** Count */
            count: number;
            /** Name */
            name: string;
            /** Query */
            query: {
                [key: string]: unknown;
            };
            /** Rule */
            rule: string;
        };
        /** IndicatorFormula */
        IndicatorFormula: {
            /** Base */
            base: string;
            /** Day */
            day: string;
            /** Meets */
            meets: string;
            /** Rules */
            rules: components["schemas"]["ExclusionRule"][];
        };
        /** IndicatorLine */
        IndicatorLine: {
            /** Code */
            code: string;
            /** Denominator */
            denominator: string | null;
            /** Excluded */
            excluded: components["schemas"]["IndicatorExcluded"][];
            /** Missing */
            missing: string;
            /** Name */
            name: string;
            /** Numerator */
            numerator: string | null;
            /** Opened */
            opened: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            /** Text */
            text: string;
            /** Value */
            value: string | null;
        };
        /** IndicatorMonth */
        IndicatorMonth: {
            /** Denominator */
            denominator: string | null;
            /** Month */
            month: string;
            /** Numerator */
            numerator: string | null;
            /** Value */
            value: string | null;
        };
        /** IndicatorMonthLine */
        IndicatorMonthLine: {
            closed: components["schemas"]["ClosedFigure"] | null;
            /** Denominator */
            denominator: string | null;
            /** Excluded */
            excluded: components["schemas"]["IndicatorExcluded"][];
            /** Missing */
            missing: string;
            /** Month */
            month: string;
            /** Numerator */
            numerator: string | null;
            /** Opened */
            opened: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            /** Text */
            text: string;
            /** Value */
            value: string | null;
        };
        /**
         * IndicatorReading
         * @description Decimals as text. `opened`: what lists the cases of "value", "numerator", "denominator", "missed". `missing`:
         *     why there is no figure.
         */
        IndicatorReading: {
            /** Denominator */
            denominator: string | null;
            /** Excluded */
            excluded: components["schemas"]["IndicatorExcluded"][];
            /** Missing */
            missing: string;
            /** Numerator */
            numerator: string | null;
            /** Opened */
            opened: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            /** Text */
            text: string;
            /** Value */
            value: string | null;
        };
        /**
         * IndicatorRow
         * @description `state`: met, risk, below (can still be reached), lost, told (nothing to compare), unknown. `forecast`: the whole
         *     year if it goes on as lately; `best`: what can still be reached; `missed_on`: when the target is or was missed.
         */
        IndicatorRow: {
            actual: components["schemas"]["IndicatorReading"];
            /** Best */
            best: string | null;
            /** Better */
            better: string;
            /** Forecast */
            forecast: string | null;
            /** Indicator */
            indicator: string;
            /** Key */
            key: string;
            /** Kind */
            kind: string;
            /** Level1 */
            level1: string;
            /** Level2 */
            level2: string;
            /** Missed On */
            missed_on: string | null;
            /** Months */
            months: components["schemas"]["IndicatorMonth"][];
            /** Name */
            name: string;
            /** Own Name */
            own_name: string;
            /** Own Name En */
            own_name_en: string;
            /** Reads */
            reads: string;
            /** Reads Name */
            reads_name: string;
            /** Rule */
            rule: string;
            /** Source */
            source: string;
            /** State */
            state: string;
            target: components["schemas"]["IndicatorTargetOut"] | null;
            /** Topic */
            topic: string;
            /** Unit */
            unit: string;
        };
        /** IndicatorTargetOut */
        IndicatorTargetOut: {
            /** Basis */
            basis: string;
            /** Before1 */
            before1: string;
            /** Before2 */
            before2: string;
            /** Code */
            code: string;
            /** Form */
            form: string;
            /** Operator */
            operator: string;
            /** Operator Name */
            operator_name: string;
            /** Source */
            source: string;
            /** Text */
            text: string;
            /** Upper */
            upper: string | null;
            /** Value */
            value: string | null;
            /** Words */
            words: string;
            /** Year */
            year: number;
        };
        /** IndicatorWord */
        IndicatorWord: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /** IndicatorYearLine */
        IndicatorYearLine: {
            /** Denominator */
            denominator: string | null;
            /** Excluded */
            excluded: components["schemas"]["IndicatorExcluded"][];
            /** Missing */
            missing: string;
            /** Numerator */
            numerator: string | null;
            /** Opened */
            opened: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            /** Text */
            text: string;
            /** Value */
            value: string | null;
            /** Year */
            year: number;
        };
        /**
         * IntakeBody
         * @description One request. `external_id` is the other side's own number: sending it again never makes a second case.
         */
        IntakeBody: {
            /**
             * Category
             * @description code or name of the category (类别)
             * @default
             */
            category?: string;
            /** External Id */
            external_id: string;
            /**
             * Files
             * @default []
             */
            files?: (string | components["schemas"]["IntakeFile"])[];
            /**
             * Kind
             * @description code or name of the kind (诉求类型); empty: the channel's default
             * @default
             */
            kind?: string;
            /**
             * Occurred At
             * @description without a zone: China time
             */
            occurred_at?: string | null;
            /**
             * @default {
             *       "lng": null,
             *       "lat": null,
             *       "crs": "wgs84",
             *       "address": ""
             *     }
             */
            place?: components["schemas"]["IntakePlace"];
            /**
             * @default {
             *       "name": "",
             *       "phone": "",
             *       "id_number": "",
             *       "address": "",
             *       "anonymous": false
             *     }
             */
            requester?: components["schemas"]["IntakeRequester"];
            /** Text */
            text: string;
            /**
             * Title
             * @default
             */
            title?: string;
            /**
             * Urgency
             * @description normal, urgent or emergency
             * @default
             */
            urgency?: string;
        };
        /**
         * IntakeFile
         * @description A small file within the request. Larger ones: POST …/files first, then its id.
         */
        IntakeFile: {
            /** Content Base64 */
            content_base64: string;
            /** Name */
            name: string;
        };
        /** IntakeOut */
        IntakeOut: {
            /** Number */
            number: string;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** State */
            state: string;
        };
        /**
         * IntakePlace
         * @description A point and/or words. `crs` says in which coordinates the point is given; it is kept as WGS-84.
         */
        IntakePlace: {
            /**
             * Address
             * @default
             */
            address?: string;
            /**
             * Crs
             * @default wgs84
             * @enum {string}
             */
            crs?: "wgs84" | "cgcs2000" | "gcj02" | "bd09";
            /** Lat */
            lat?: number | null;
            /** Lng */
            lng?: number | null;
        };
        /** IntakeRequester */
        IntakeRequester: {
            /**
             * Address
             * @default
             */
            address?: string;
            /**
             * Anonymous
             * @default false
             */
            anonymous?: boolean;
            /**
             * Id Number
             * @default
             */
            id_number?: string;
            /**
             * Name
             * @default
             */
            name?: string;
            /**
             * Phone
             * @default
             */
            phone?: string;
        };
        /**
         * IntakeStatus
         * @description How a request stands. `reply` is filled when the answer was checked, `closed_at` when all is done.
         */
        IntakeStatus: {
            /** Closed At */
            closed_at: string | null;
            /** Number */
            number: string;
            /** Outcome */
            outcome: string;
            /** Outcome Name */
            outcome_name: string;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Reply */
            reply: string;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /** ItemPoints */
        ItemPoints: {
            /** Code */
            code: string;
            /** Points */
            points: string | null;
            /** Why */
            why: string;
        };
        /** JobOut */
        JobOut: {
            /** Args */
            args: {
                [key: string]: unknown;
            };
            /** At */
            at: string | null;
            /** Attempt */
            attempt: number;
            /** Job Id */
            job_id: number | null;
            /** Reason */
            reason: string;
            /** Result */
            result: string;
            /** Run Id */
            run_id: number | null;
            /** Scheduled At */
            scheduled_at: string | null;
            /** Seconds */
            seconds: number | null;
            /** State */
            state: string;
            /** Task */
            task: string;
        };
        /**
         * JobOverviewOut
         * @description `counts`: queued, running, failed, cancelled now; done in the last 24 hours.
         */
        JobOverviewOut: {
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Due */
            due: number;
            /**
             * Now
             * Format: date-time
             */
            now: string;
            /** Oldest Seconds */
            oldest_seconds: number | null;
            /** Tasks */
            tasks: components["schemas"]["TaskOut"][];
        };
        /** JobPage */
        JobPage: {
            /** Items */
            items: components["schemas"]["JobOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** JobRunOut */
        JobRunOut: {
            /** Args */
            args: {
                [key: string]: unknown;
            };
            /** At */
            at: string | null;
            /** Attempt */
            attempt: number;
            /** Error */
            error: string;
            /** Error Kind */
            error_kind: string;
            /** Job Id */
            job_id: number | null;
            /** Reason */
            reason: string;
            /** Result */
            result: string;
            /** Run Id */
            run_id: number | null;
            /** Scheduled At */
            scheduled_at: string | null;
            /** Seconds */
            seconds: number | null;
            /** State */
            state: string;
            /** Task */
            task: string;
            /** Trace */
            trace: string;
        };
        /**
         * JoinWay
         * @description `why_not` is empty when `number` may be joined to `into` now.
         */
        JoinWay: {
            /** Into */
            into: string;
            /** Number */
            number: string;
            /** Why Not */
            why_not: string;
        };
        /** KindOut */
        KindOut: {
            /** Code */
            code: string;
            /** Columns */
            columns: {
                [key: string]: unknown;
            }[];
            /** Dated */
            dated: boolean;
            /** Group */
            group: string;
            /** Help */
            help: string;
            /** Key */
            key: string[];
            /** Label Column */
            label_column: string;
            /** May Change */
            may_change: boolean;
            /** May Export */
            may_export: boolean;
            /** May Import */
            may_import: boolean;
            /** Name */
            name: string;
            /** Removable */
            removable: boolean;
            /** Trial */
            trial: boolean;
        };
        /**
         * KindsIn
         * @description Kinds of key persons from today on; `note` is sealed.
         */
        KindsIn: {
            /** Kinds */
            kinds: string[];
            /**
             * Note
             * @default
             */
            note?: string;
        };
        /** LadderOut */
        LadderOut: {
            /** Steps */
            steps: components["schemas"]["LadderStep"][];
        };
        /** LadderStep */
        LadderStep: {
            /** Amount */
            amount: string;
            /** Automatic */
            automatic: boolean;
            /** Card */
            card: string;
            /** Code */
            code: string;
            /** Level */
            level: number;
            /** May */
            may: boolean;
            /** Name */
            name: string;
            /** Next */
            next: string;
            /** Reply Required */
            reply_required: boolean;
            /** Unit */
            unit: string;
        };
        /** LanguageIn */
        LanguageIn: {
            /** Lang */
            lang: string;
        };
        /**
         * LanguageModelCheck
         * @description `listed`: whether the configured model is among those the service offers.
         */
        LanguageModelCheck: {
            /** Fault */
            fault: string;
            /** Listed */
            listed: boolean;
            /** Message */
            message: string;
            /** Model */
            model: string;
            /** Models */
            models: string[];
            /** Ms */
            ms: number;
            /** Ok */
            ok: boolean;
        };
        /** LanguageModelOut */
        LanguageModelOut: {
            /** Configured */
            configured: boolean;
            /** Mark */
            mark: string;
            /** Model */
            model: string;
            /** Tasks */
            tasks: string[];
        };
        /** LayoutIn */
        LayoutIn: {
            /** Panels */
            panels: components["schemas"]["PanelIn"][];
        };
        /**
         * LayoutOut
         * @description Empty when the person has changed nothing.
         */
        LayoutOut: {
            /** Panels */
            panels: components["schemas"]["PanelIn"][];
        };
        /** LiftIn */
        LiftIn: {
            /** Why */
            why: string;
        };
        /** LikeCase */
        LikeCase: {
            /** Number */
            number: string;
            /** Outcome */
            outcome: string;
            /** Outcome Name */
            outcome_name: string;
            /** Score */
            score: number;
            /** Title */
            title: string;
            unit: components["schemas"]["UnitName"];
        };
        /** LikelyCase */
        LikelyCase: {
            case: components["schemas"]["CaseRow"];
            /** Reasons */
            reasons: components["schemas"]["SimilarReason"][];
            /** Score */
            score: number;
        };
        /** LikelyList */
        LikelyList: {
            /** Items */
            items: components["schemas"]["LikelyCase"][];
        };
        /** Lines */
        Lines: {
            /** Lines */
            lines: string[];
        };
        /**
         * LineTold
         * @description `opens`: part → filter of the list that shows exactly these cases.
         */
        LineTold: {
            /** Bands */
            bands: string[];
            /** Between */
            between: boolean;
            /** By */
            by: string;
            /** Cases */
            cases: number;
            /** Code */
            code: string;
            /** Denominator */
            denominator: number;
            /** Double */
            double: boolean;
            /** Doubled */
            doubled: number;
            /** Each */
            each: number;
            /** Formula */
            formula: string;
            /** Hit */
            hit: string;
            /** Hits */
            hits: number;
            /** Kind */
            kind: string;
            /** Left Out */
            left_out: number;
            /** Lost */
            lost: string | null;
            /** Name */
            name: string;
            /** Numerator */
            numerator: number;
            /** Of */
            of: string;
            /** Opens */
            opens: {
                [key: string]: {
                    [key: string]: string;
                };
            };
            /** Penalties */
            penalties: {
                [key: string]: unknown;
            }[];
            /** Points */
            points: string | null;
            /** Reason */
            reason: string;
            /** Value */
            value: string | null;
            /** Weight */
            weight: string;
            /** Why */
            why: string;
        };
        /**
         * LinkOut
         * @description The one-time token for the page /set-password#token; shown this once.
         */
        LinkOut: {
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Token */
            token: string;
        };
        /** ListQuery */
        ListQuery: {
            /**
             * Area
             * @description Area codes (subdistrict, community or grid)
             * @default
             */
            area?: string;
            /**
             * Category
             * @description Category codes; a major class includes its minor classes
             * @default
             */
            category?: string;
            /**
             * Channel
             * @default
             */
            channel?: string;
            /** Closed From */
            closed_from?: string | null;
            /** Closed To */
            closed_to?: string | null;
            /**
             * Count
             * @default false
             */
            count?: boolean;
            /**
             * Cursor
             * @default
             */
            cursor?: string;
            /**
             * Direct
             * @description unit, category, area: those given themselves, without those below
             * @default
             */
            direct?: string;
            /**
             * Due
             * @description normal, due_soon, overdue
             * @default
             */
            due?: string;
            /**
             * Flag
             * @default
             */
            flag?: string;
            /**
             * Gathered
             * @description SOURCE:WHAT; what a warning, a hot issue or a place on a map gathered
             * @default
             */
            gathered?: string;
            /**
             * Hour
             * @description Hour of the day in which it was received
             */
            hour?: number | null;
            /** Joined */
            joined?: boolean | null;
            /**
             * Kind
             * @default
             */
            kind?: string;
            /**
             * Lifecycle
             * @default
             */
            lifecycle?: string;
            /**
             * Likely
             * @description Whether other open cases may be the same matter
             */
            likely?: boolean | null;
            /**
             * Limit
             * @default 50
             */
            limit?: number;
            /**
             * Matter
             * @description true: a matter of its own; false: joined to another case
             */
            matter?: boolean | null;
            /** Open */
            open?: boolean | null;
            /**
             * Open Matter
             * @description In hand, or joined to a case that is in hand
             */
            open_matter?: boolean | null;
            /**
             * Outcome
             * @default
             */
            outcome?: string;
            /**
             * Pending
             * @description extension, suspension, return
             * @default
             */
            pending?: string;
            /**
             * Placed
             * @description Whether the case has a point on the map
             */
            placed?: boolean | null;
            /**
             * Q
             * @description Words, or a case number
             * @default
             */
            q?: string;
            /** Received From */
            received_from?: string | null;
            /** Received To */
            received_to?: string | null;
            /**
             * Related
             * @description NUMBER:person, :place, :category or :joined; what relates to that case
             * @default
             */
            related?: string;
            /**
             * Satisfaction
             * @default
             */
            satisfaction?: string;
            /**
             * Sort
             * @default -received_at
             * @enum {string}
             */
            sort?: "-received_at" | "received_at" | "next_due_at" | "-next_due_at" | "-closed_at" | "closed_at";
            /**
             * State
             * @default
             */
            state?: string;
            /** Supervised */
            supervised?: boolean | null;
            /**
             * Unit
             * @description Unit codes; units below are included
             * @default
             */
            unit?: string;
            /**
             * Unset
             * @description unit, category, area: cases that have none
             * @default
             */
            unset?: string;
            /**
             * Urgency
             * @default
             */
            urgency?: string;
            /**
             * View
             * @description A saved view; parameters given beside it win
             */
            view?: number | null;
            /** Was Overdue */
            was_overdue?: boolean | null;
            /**
             * Within
             * @description A drawn area, WGS-84: lng,lat;lng,lat;lng,lat… (3 to 200 corners)
             * @default
             */
            within?: string;
            /**
             * Worklist
             * @description Code of a work list (GET /worklists)
             * @default
             */
            worklist?: string;
        };
        /**
         * LocatedOut
         * @description WGS-84 point and its areas; `area_path` names them from the district down, empty outside of all outlines.
         */
        LocatedOut: {
            /** Area Id */
            area_id: number | null;
            /** Area Path */
            area_path: string[];
            /** Community Id */
            community_id: number | null;
            /** Grid Id */
            grid_id: number | null;
            /** Lat */
            lat: number;
            /** Lng */
            lng: number;
            /** Subdistrict Id */
            subdistrict_id: number | null;
        };
        /** LoginCodeIn */
        LoginCodeIn: {
            /** Phone */
            phone: string;
        };
        /** LoginIn */
        LoginIn: {
            /**
             * Code
             * @default
             */
            code?: string;
            /** Password */
            password: string;
            /** Username */
            username: string;
        };
        /**
         * LogInOut
         * @description One place where the account is logged in.
         */
        LogInOut: {
            /** Address */
            address: string;
            /** Agent */
            agent: string;
            /** Device */
            device: string;
            /** Here */
            here: boolean;
            /** Id */
            id: string;
            /**
             * Last Active
             * Format: date-time
             */
            last_active: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
        };
        /** LookIn */
        LookIn: {
            /**
             * Address
             * @default
             */
            address?: string;
            /** Category Id */
            category_id?: number | null;
            /**
             * Crs
             * @default wgs84
             * @enum {string}
             */
            crs?: "wgs84" | "gcj02" | "cgcs2000";
            /** Lat */
            lat?: number | null;
            /** Lng */
            lng?: number | null;
            /**
             * Text
             * @default
             */
            text?: string;
        };
        /** LookOut */
        LookOut: {
            /** Categories */
            categories: components["schemas"]["GuessOut"][];
            emergency: components["schemas"]["EmergencyHint"] | null;
            /** Nearby */
            nearby: components["schemas"]["NearbyOut"][];
        };
        /** MapCase */
        MapCase: {
            /** Number */
            number: string;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            /** Title */
            title: string;
            /** Tone */
            tone: string;
        };
        /**
         * MapFeature
         * @description Cases of one cell: their mean point, how many, how they stand; `case` when there is only one. Heat has only
         *     the first three.
         */
        MapFeature: {
            /**
             * Bbox
             * @default []
             */
            bbox?: number[];
            case?: components["schemas"]["MapCase"] | null;
            /** Count */
            count: number;
            /**
             * Due Soon
             * @default 0
             */
            due_soon?: number;
            /** Lat */
            lat: number;
            /** Lng */
            lng: number;
            /**
             * Open
             * @default 0
             */
            open?: number;
            /**
             * Overdue
             * @default 0
             */
            overdue?: number;
            /**
             * Supervised
             * @default 0
             */
            supervised?: number;
        };
        /** MappingIn */
        MappingIn: {
            /** Fields */
            fields: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            /**
             * Options
             * @default {}
             */
            options?: {
                [key: string]: unknown;
            };
            /**
             * Save As
             * @default
             */
            save_as?: string;
        };
        /** MapQuery */
        MapQuery: {
            /**
             * Area
             * @description Area codes (subdistrict, community or grid)
             * @default
             */
            area?: string;
            /**
             * Bbox
             * @description west,south,east,north in WGS-84 degrees; without it the box around all cases that fit
             * @default
             */
            bbox?: string;
            /**
             * Category
             * @description Category codes; a major class includes its minor classes
             * @default
             */
            category?: string;
            /**
             * Channel
             * @default
             */
            channel?: string;
            /** Closed From */
            closed_from?: string | null;
            /** Closed To */
            closed_to?: string | null;
            /**
             * Direct
             * @description unit, category, area: those given themselves, without those below
             * @default
             */
            direct?: string;
            /**
             * Due
             * @description normal, due_soon, overdue
             * @default
             */
            due?: string;
            /**
             * Flag
             * @default
             */
            flag?: string;
            /**
             * Gathered
             * @description SOURCE:WHAT; what a warning, a hot issue or a place on a map gathered
             * @default
             */
            gathered?: string;
            /**
             * Hour
             * @description Hour of the day in which it was received
             */
            hour?: number | null;
            /** Joined */
            joined?: boolean | null;
            /**
             * Kind
             * @default
             */
            kind?: string;
            /**
             * Layer
             * @default clusters
             * @enum {string}
             */
            layer?: "clusters" | "heat";
            /**
             * Lifecycle
             * @default
             */
            lifecycle?: string;
            /**
             * Likely
             * @description Whether other open cases may be the same matter
             */
            likely?: boolean | null;
            /**
             * Matter
             * @description true: a matter of its own; false: joined to another case
             */
            matter?: boolean | null;
            /** Open */
            open?: boolean | null;
            /**
             * Open Matter
             * @description In hand, or joined to a case that is in hand
             */
            open_matter?: boolean | null;
            /**
             * Outcome
             * @default
             */
            outcome?: string;
            /**
             * Pending
             * @description extension, suspension, return
             * @default
             */
            pending?: string;
            /**
             * Placed
             * @description Whether the case has a point on the map
             */
            placed?: boolean | null;
            /**
             * Q
             * @description Words, or a case number
             * @default
             */
            q?: string;
            /** Received From */
            received_from?: string | null;
            /** Received To */
            received_to?: string | null;
            /**
             * Related
             * @description NUMBER:person, :place, :category or :joined; what relates to that case
             * @default
             */
            related?: string;
            /**
             * Satisfaction
             * @default
             */
            satisfaction?: string;
            /**
             * State
             * @default
             */
            state?: string;
            /** Supervised */
            supervised?: boolean | null;
            /**
             * Unit
             * @description Unit codes; units below are included
             * @default
             */
            unit?: string;
            /**
             * Unplaced
             * @description Count the cases without a point too
             * @default false
             */
            unplaced?: boolean;
            /**
             * Unset
             * @description unit, category, area: cases that have none
             * @default
             */
            unset?: string;
            /**
             * Urgency
             * @default
             */
            urgency?: string;
            /** Was Overdue */
            was_overdue?: boolean | null;
            /**
             * Within
             * @description A drawn area, WGS-84: lng,lat;lng,lat;lng,lat… (3 to 200 corners)
             * @default
             */
            within?: string;
            /**
             * Worklist
             * @description Code of a work list (GET /worklists)
             * @default
             */
            worklist?: string;
            /**
             * Zoom
             * @default 11
             */
            zoom?: number;
        };
        /** MarkIn */
        MarkIn: {
            /**
             * State
             * @enum {string}
             */
            state: "expected" | "came" | "late" | "excused" | "absent";
            /** Worker Id */
            worker_id: number;
        };
        /** MarksIn */
        MarksIn: {
            /** Marks */
            marks: components["schemas"]["MarkIn"][];
        };
        /** MaskOut */
        MaskOut: {
            /**
             * Anonymous
             * @default false
             */
            anonymous?: boolean;
            /** Name */
            name: string;
            /** Phone */
            phone: string;
        };
        /** MasterImportOut */
        MasterImportOut: {
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Kind */
            kind: string;
        };
        /**
         * MasterPreviewOut
         * @description `token` is empty when nothing may be imported because of errors, or nothing would change.
         */
        MasterPreviewOut: {
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Kind */
            kind: string;
            /** Rows */
            rows: components["schemas"]["RowOut"][];
            /** Token */
            token: string;
            /** Truncated */
            truncated: boolean;
        };
        /**
         * MasterRow
         * @description `etag` marks the content; `names` gives the names of what the row refers to, by column.
         */
        MasterRow: {
            /** Etag */
            etag: string;
            /** Key */
            key: string;
            /** Name */
            name: string;
            /** Names */
            names: {
                [key: string]: {
                    [key: string]: string;
                };
            };
            /** State */
            state: string;
            /** Values */
            values: {
                [key: string]: unknown;
            };
            /** Waiting */
            waiting: number;
        };
        /** MeIn */
        MeIn: {
            /** By Sms */
            by_sms?: boolean | null;
            /** Large Text */
            large_text?: boolean | null;
            /** Name */
            name?: string | null;
        };
        /** MentionList */
        MentionList: {
            /** People */
            people: components["schemas"]["MentionOut"][];
            /** Units */
            units: components["schemas"]["MentionOut"][];
        };
        /** MentionOut */
        MentionOut: {
            /** Id */
            id: number;
            /** May See */
            may_see: boolean;
            /** Name */
            name: string;
            /** Unit */
            unit: string;
        };
        /** MeOut */
        MeOut: {
            /** By Sms */
            by_sms: boolean;
            home: components["schemas"]["HomeOut"] | null;
            /** Large Text */
            large_text: boolean;
            /** Name Mask */
            name_mask: string;
            /** Phone Mask */
            phone_mask: string;
            restricted: components["schemas"]["RestrictedOut"] | null;
            /** Unread */
            unread: number;
        };
        /** MessageOut */
        MessageOut: {
            /** At */
            at: string;
            /** Case */
            case: string | null;
            /** Id */
            id: string;
            /** Read */
            read: boolean;
            /** Text */
            text: string;
        };
        /** MessagesOut */
        MessagesOut: {
            /** Items */
            items: components["schemas"]["MessageOut"][];
        };
        /** MessagesReadIn */
        MessagesReadIn: {
            /** Ids */
            ids: string[];
        };
        /** ModelDraftIn */
        ModelDraftIn: {
            /**
             * Task
             * @enum {string}
             */
            task: "summary" | "title" | "reply";
        };
        /**
         * ModelDraftOut
         * @description `state`: queued, running, done, failed. `notes`: invented (numbers or names were taken out), cut.
         */
        ModelDraftOut: {
            /** Answer */
            answer: string;
            /** Fault */
            fault: string;
            /** Id */
            id: number;
            /** Message */
            message: string;
            /** Model */
            model: string;
            /** Notes */
            notes: string[];
            /** State */
            state: string;
            /** Task */
            task: string;
        };
        /** MonthCloseIn */
        MonthCloseIn: {
            /**
             * Month
             * @description YYYY-MM
             */
            month: string;
            /**
             * Note
             * @default
             */
            note?: string;
        };
        /**
         * MonthCorrection
         * @description `then` as it was closed, `now` as it is; `formula`: the formula was changed since.
         */
        MonthCorrection: {
            /** Formula */
            formula: boolean;
            /** Indicator */
            indicator: string;
            /** Name */
            name: string;
            now: components["schemas"]["ClosedFigure"];
            /** Opened */
            opened: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            then: components["schemas"]["ClosedFigure"];
            /** Unit */
            unit: string;
        };
        /** MonthRow */
        MonthRow: {
            accepted: components["schemas"]["Figure"];
            all: components["schemas"]["Figure"];
            alone: components["schemas"]["Figure"];
            alone_wrong: components["schemas"]["Figure"];
            corrected: components["schemas"]["Figure"];
            /** Month */
            month: string;
            proposed: components["schemas"]["Figure"];
            wrong: components["schemas"]["Figure"];
        };
        /** MonthTold */
        MonthTold: {
            /** Month */
            month: string;
            /**
             * State
             * @description open, closed or published
             */
            state: string;
        };
        /** MyPlan */
        MyPlan: {
            /** Active */
            active: boolean;
            /** Address */
            address: string;
            /** Address Id */
            address_id: number;
            /** Ask */
            ask: string;
            /** By Hand */
            by_hand: boolean;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /** Grid */
            grid: string;
            /** Grid Code */
            grid_code: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Name */
            kind_name: string;
            /** Last At */
            last_at: string | null;
            /** Lat */
            lat: number | null;
            /** Lng */
            lng: number | null;
            /** Overdue Days */
            overdue_days: number;
            /** People */
            people: components["schemas"]["PlanPerson"][];
            /** Subject */
            subject: string;
            /** Title */
            title: string;
            /** Worker */
            worker: string;
            /** Worker Name */
            worker_name: string;
        };
        /** MyTraining */
        MyTraining: {
            /** Courses */
            courses: {
                [key: string]: unknown;
            }[];
            /** Exams */
            exams: {
                [key: string]: unknown;
            }[];
        };
        /** MyVisits */
        MyVisits: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Items */
            items: components["schemas"]["MyPlan"][];
            /** Total */
            total: number;
        };
        /** Named */
        Named: {
            /** Id */
            id: number;
            /** Name */
            name: string;
        };
        /** NamedRow */
        NamedRow: {
            accepted: components["schemas"]["Figure"];
            all: components["schemas"]["Figure"];
            alone: components["schemas"]["Figure"];
            alone_wrong: components["schemas"]["Figure"];
            corrected: components["schemas"]["Figure"];
            /** Id */
            id: number;
            /** Name */
            name: string;
            proposed: components["schemas"]["Figure"];
            wrong: components["schemas"]["Figure"];
        };
        /** NamesQuery */
        NamesQuery: {
            /**
             * Field
             * @enum {string}
             */
            field: "unit" | "category";
            /**
             * Q
             * @default
             */
            q?: string;
        };
        /**
         * Narrowing
         * @description What a special report is about, as in the filter of the list.
         */
        Narrowing: {
            /**
             * Area
             * @default
             */
            area?: string;
            /**
             * Category
             * @default
             */
            category?: string;
            /**
             * Channel
             * @default
             */
            channel?: string;
            /**
             * Flag
             * @default
             */
            flag?: string;
            /**
             * Gathered
             * @default
             */
            gathered?: string;
            /**
             * Kind
             * @default
             */
            kind?: string;
            /**
             * Lifecycle
             * @default
             */
            lifecycle?: string;
            /**
             * Unit
             * @default
             */
            unit?: string;
            /**
             * Urgency
             * @default
             */
            urgency?: string;
        };
        /** NearbyOut */
        NearbyOut: {
            /** Callers */
            callers: number;
            /** Category */
            category: string;
            /** Near */
            near: string;
            /** Number */
            number: string;
            /** Since */
            since: string;
            /** State */
            state: string;
            /** Where */
            where: string;
            /** Words */
            words: string;
        };
        /** NewGridOutline */
        NewGridOutline: {
            /** Bbox */
            bbox: number[];
            /** Geometry */
            geometry: {
                [key: string]: unknown;
            };
            /** Key */
            key: string;
        };
        /**
         * NewTokenOut
         * @description `token` is shown this once.
         */
        NewTokenOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Expires At */
            expires_at: string | null;
            /** Id */
            id: number;
            /** Last Used At */
            last_used_at: string | null;
            /** Name */
            name: string;
            /** Prefix */
            prefix: string;
            /** Revoked At */
            revoked_at: string | null;
            /** Scopes */
            scopes: string[];
            /** Token */
            token: string;
        };
        /** NextAction */
        NextAction: {
            /** Action */
            action: string;
            /**
             * Data
             * @default {}
             */
            data?: {
                [key: string]: unknown;
            };
        };
        /**
         * NextStep
         * @description `usual`: the one that the ladder names.
         */
        NextStep: {
            /** Card */
            card: string;
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Usual */
            usual: boolean;
        };
        /** NoticeList */
        NoticeList: {
            /** Items */
            items: components["schemas"]["NoticeOut"][];
            /** Next Cursor */
            next_cursor: string | null;
            /** Unread */
            unread: number;
        };
        /** NoticeOpens */
        NoticeOpens: {
            /** Id */
            id: number;
            /** Page */
            page: string;
        };
        /**
         * NoticeOut
         * @description group: limits, work, mention, digest. `digest`, `warning`: the summary or early warning that it opens; `opens`:
         *     another page of the desk, with what it shows there.
         */
        NoticeOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Case */
            case: string | null;
            /** Digest */
            digest: number | null;
            /** Group */
            group: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            opens?: components["schemas"]["NoticeOpens"] | null;
            /** Read */
            read: boolean;
            /** Text */
            text: string;
            /** Warning */
            warning: number | null;
        };
        /** NowOut */
        NowOut: {
            /** At */
            at: string;
            /** Figures */
            figures: {
                [key: string]: number;
            };
            /** Gap Minutes */
            gap_minutes: number;
            /** Items */
            items: components["schemas"]["NowRow"][];
        };
        /** NowRow */
        NowRow: {
            /** Accuracy */
            accuracy: number | null;
            /** At */
            at: string | null;
            /** At Grid */
            at_grid: string;
            /** Battery */
            battery: number | null;
            /** Checked */
            checked: number;
            /** Distance M */
            distance_m: number;
            /** Freshness */
            freshness: string;
            /** Gaps */
            gaps: number;
            grid: components["schemas"]["PatrolAreaOut"] | null;
            /** Lat */
            lat: number | null;
            /** Lng */
            lng: number | null;
            /** Patrol */
            patrol: string;
            /** Seconds Ago */
            seconds_ago: number | null;
            /** Started At */
            started_at: string;
            /** Unit */
            unit: string;
            /** Username */
            username: string;
            /** Worker */
            worker: string;
        };
        /** NumbersQuery */
        NumbersQuery: {
            /**
             * Numbers
             * @description Case numbers, separated by commas; at most 200
             */
            numbers: string;
        };
        /** OneTimeIn */
        OneTimeIn: {
            /** New Password */
            new_password: string;
            /** Token */
            token: string;
        };
        /** OpenCounts */
        OpenCounts: {
            /** Serious */
            serious: number;
            /** Total */
            total: number;
            /** Urgent */
            urgent: number;
            /** Watch */
            watch: number;
        };
        /** OptionOut */
        OptionOut: {
            /** Code */
            code: string;
            /** Hint */
            hint: string;
            /** Name */
            name: string;
        };
        /**
         * OrderActIn
         * @description `version` of the order as seen (not for reply). reply, send_back, withdraw and withdraw_card need a `note`.
         */
        OrderActIn: {
            /**
             * Action
             * @enum {string}
             */
            action: "reply" | "accept" | "send_back" | "escalate" | "withdraw" | "withdraw_card";
            /** Card Id */
            card_id?: number | null;
            /**
             * Note
             * @default
             */
            note?: string;
            /** Part Id */
            part_id?: number | null;
            /**
             * Step
             * @default
             */
            step?: string;
            /** Version */
            version?: number | null;
        };
        /**
         * OrderDetail
         * @description `settled`: no case of it waits for its unit any more. `actions`: what this person may do now.
         */
        OrderDetail: {
            /** Actions */
            actions: string[];
            /** Cards */
            cards: components["schemas"]["CardOut"][];
            /** Cases */
            cases: number;
            /** Closed At */
            closed_at: string | null;
            /** Due At */
            due_at: string | null;
            /** Due Soon */
            due_soon: boolean;
            /** Following */
            following: components["schemas"]["OrderLink"][];
            /** Id */
            id: number;
            /** Level */
            level: number;
            /** Members */
            members: components["schemas"]["OrderMember"][];
            /** Next */
            next: components["schemas"]["NextStep"][];
            /** Number */
            number: string;
            /** Origin */
            origin: string;
            /** Origin Name */
            origin_name: string;
            /** Overdue */
            overdue: boolean;
            /** Parts */
            parts: components["schemas"]["OrderPartOut"][];
            previous: components["schemas"]["OrderLink"] | null;
            programme: components["schemas"]["ProgrammeLink"] | null;
            /** Proposed */
            proposed: boolean;
            /** Query */
            query: {
                [key: string]: unknown;
            };
            /** Remaining */
            remaining: string;
            /** Reply Required */
            reply_required: boolean;
            /** Requirement */
            requirement: string;
            /** Sent Back */
            sent_back: number;
            /** Settled */
            settled: boolean;
            /** Started At */
            started_at: string;
            /** Started By */
            started_by: string;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            /** Step */
            step: string;
            /** Step Name */
            step_name: string;
            /** Steps */
            steps: components["schemas"]["OrderStepOut"][];
            /** Title */
            title: string;
            /** Units */
            units: string[];
            /** Version */
            version: number;
        };
        /** OrderFigures */
        OrderFigures: {
            /** Open */
            open: number;
            /** Overdue */
            overdue: number;
            /** Replied */
            replied: number;
            /** Waiting */
            waiting: number;
        };
        /**
         * OrderIn
         * @description `unit_ids` empty: each unit that leads one of the cases gets its own order; else one order for all these.
         */
        OrderIn: {
            /**
             * Numbers
             * @default []
             */
            numbers?: string[];
            /** Programme Id */
            programme_id?: number | null;
            /** Requirement */
            requirement: string;
            /** Step */
            step: string;
            /**
             * Title
             * @default
             */
            title?: string;
            /**
             * Unit Ids
             * @default []
             */
            unit_ids?: number[];
        };
        /** OrderLink */
        OrderLink: {
            /** Id */
            id: number;
            /** Number */
            number: string;
            /** Step Name */
            step_name: string;
        };
        /** OrderList */
        OrderList: {
            /** At */
            at: string;
            figures: components["schemas"]["OrderFigures"];
            /** Items */
            items: components["schemas"]["OrderOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** OrderMember */
        OrderMember: {
            /** Closed At */
            closed_at: string | null;
            /** Due Status */
            due_status: string;
            /** Next Due At */
            next_due_at: string | null;
            /** Number */
            number: string;
            /** Open */
            open: boolean;
            /** Received At */
            received_at: string;
            /** Title */
            title: string;
            /** Unit */
            unit: string;
        };
        /**
         * OrderOut
         * @description `remaining`: what is left of the limit in its own unit; `proposed`: the step failed, the next one is proposed.
         */
        OrderOut: {
            /** Cases */
            cases: number;
            /** Closed At */
            closed_at: string | null;
            /** Due At */
            due_at: string | null;
            /** Due Soon */
            due_soon: boolean;
            /** Id */
            id: number;
            /** Level */
            level: number;
            /** Number */
            number: string;
            /** Origin */
            origin: string;
            /** Origin Name */
            origin_name: string;
            /** Overdue */
            overdue: boolean;
            /** Proposed */
            proposed: boolean;
            /** Query */
            query: {
                [key: string]: unknown;
            };
            /** Remaining */
            remaining: string;
            /** Reply Required */
            reply_required: boolean;
            /** Sent Back */
            sent_back: number;
            /** Started At */
            started_at: string;
            /** Started By */
            started_by: string;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            /** Step */
            step: string;
            /** Step Name */
            step_name: string;
            /** Title */
            title: string;
            /** Units */
            units: string[];
            /** Version */
            version: number;
        };
        /**
         * OrderPartOut
         * @description `clock`: how the due time comes about. `late`: the first answer came after the first limit. `mine`: this person
         *     may answer.
         */
        OrderPartOut: {
            /** Clock */
            clock: string[];
            /** Due At */
            due_at: string;
            /** Id */
            id: number;
            /** Late */
            late: boolean;
            /** Mine */
            mine: boolean;
            /** Overdue */
            overdue: boolean;
            /** Replied At */
            replied_at: string | null;
            /** Replied By */
            replied_by: string;
            /** Reply */
            reply: string;
            /** Sent Back */
            sent_back: number;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            unit: components["schemas"]["UnitNamed"];
        };
        /**
         * OrderQuery
         * @description Orders that are open come by what is due first, all others the newest first.
         */
        OrderQuery: {
            /**
             * Card
             * @default
             * @enum {string}
             */
            card?: "" | "any" | "yellow" | "red";
            /** Card From */
            card_from?: string | null;
            /** Card To */
            card_to?: string | null;
            /**
             * Case
             * @description A case's number
             * @default
             */
            case?: string;
            /**
             * Cursor
             * @default
             */
            cursor?: string;
            /**
             * Due From
             * @description First limit of a unit's part, as the measures count
             */
            due_from?: string | null;
            /** Due To */
            due_to?: string | null;
            /**
             * Limit
             * @default 30
             */
            limit?: number;
            /**
             * Origin
             * @default
             * @enum {string}
             */
            origin?: "" | "hand" | "case" | "rule" | "ladder" | "programme";
            /**
             * Part
             * @default
             * @enum {string}
             */
            part?: "" | "done" | "not_done" | "on_time" | "late" | "required";
            /** Programme */
            programme?: number | null;
            /**
             * Q
             * @default
             */
            q?: string;
            /**
             * State
             * @default open
             * @enum {string}
             */
            state?: "" | "all" | "open" | "waiting" | "replied" | "overdue" | "done" | "escalated" | "withdrawn";
            /**
             * Step
             * @default
             */
            step?: string;
            /**
             * Unit
             * @description Unit code; units below are included
             * @default
             */
            unit?: string;
        };
        /** OrdersMade */
        OrdersMade: {
            /** Items */
            items: components["schemas"]["OrderLink"][];
        };
        /** OrderStepOut */
        OrderStepOut: {
            /** Action */
            action: string;
            /** Actor */
            actor: string;
            /** At */
            at: string;
            /** Detail */
            detail: {
                [key: string]: unknown;
            };
            /** For Name */
            for_name: string;
            /** Note */
            note: string;
            /** Unit */
            unit: string;
        };
        /** OtherGridPlan */
        OtherGridPlan: {
            /**
             * Effective On
             * Format: date
             */
            effective_on: string;
            /** Id */
            id: number;
            /** Title */
            title: string;
        };
        /**
         * OutageChangeIn
         * @description `version` as it was seen.
         */
        OutageChangeIn: {
            /**
             * Done
             * @default false
             */
            done?: boolean;
            /** Ended At */
            ended_at?: string | null;
            /**
             * Files
             * @default []
             */
            files?: string[];
            /**
             * Kind
             * @enum {string}
             */
            kind: "fault" | "major" | "maintenance";
            /**
             * Note
             * @default
             */
            note?: string;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /**
             * Stopped
             * @default true
             */
            stopped?: boolean;
            /**
             * System
             * @enum {string}
             */
            system: "platform" | "hotline" | "video" | "calls" | "network" | "other";
            /** Title */
            title: string;
            /** Version */
            version: number;
            /**
             * Why
             * @default
             */
            why?: string;
            /**
             * Withdraw
             * @default false
             */
            withdraw?: boolean;
        };
        /**
         * OutageIn
         * @description `stopped`: people could not work with it. `done` of maintenance: it was carried out.
         */
        OutageIn: {
            /**
             * Done
             * @default false
             */
            done?: boolean;
            /** Ended At */
            ended_at?: string | null;
            /**
             * Files
             * @default []
             */
            files?: string[];
            /**
             * Kind
             * @enum {string}
             */
            kind: "fault" | "major" | "maintenance";
            /**
             * Note
             * @default
             */
            note?: string;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /**
             * Stopped
             * @default true
             */
            stopped?: boolean;
            /**
             * System
             * @enum {string}
             */
            system: "platform" | "hotline" | "video" | "calls" | "network" | "other";
            /** Title */
            title: string;
            /**
             * Why
             * @default
             */
            why?: string;
        };
        /** OutageList */
        OutageList: {
            /** Beats */
            beats: components["schemas"]["BeatOut"][];
            /** Items */
            items: components["schemas"]["OutageOut"][];
            /** Kinds */
            kinds: components["schemas"]["IndicatorWord"][];
            /** Systems */
            systems: components["schemas"]["IndicatorWord"][];
        };
        /** OutageOut */
        OutageOut: {
            /** Done */
            done: boolean;
            /** Ended At */
            ended_at: string | null;
            /** Files */
            files: components["schemas"]["EvidenceOut"][];
            /** Found By */
            found_by: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Name */
            kind_name: string;
            /** Minutes */
            minutes: number | null;
            /** Note */
            note: string;
            /** Started At */
            started_at: string;
            /** Steps */
            steps: components["schemas"]["OutageStep"][];
            /** Stopped */
            stopped: boolean;
            /** System */
            system: string;
            /** System Name */
            system_name: string;
            /** Title */
            title: string;
            /** Version */
            version: number;
            /** Withdrawn */
            withdrawn: boolean;
        };
        /** OutageQuery */
        OutageQuery: {
            /** From */
            from?: string | null;
            /**
             * Kind
             * @description fault, major, maintenance
             * @default
             */
            kind?: string;
            /**
             * System
             * @default
             */
            system?: string;
            /** To */
            to?: string | null;
        };
        /** OutageStep */
        OutageStep: {
            /** Action */
            action: string;
            /** At */
            at: string;
            /** Before */
            before: {
                [key: string]: unknown;
            };
            /** By */
            by: string;
            /** Why */
            why: string;
        };
        /** OutlineFile */
        OutlineFile: {
            /** Bad */
            bad: number;
            /** Crs */
            crs: string;
            /** Good */
            good: number;
            /** Rows */
            rows: components["schemas"]["OutlineRow"][];
        };
        /**
         * OutlineRow
         * @description A row of a file: `operation` is what it would become, null when `errors` says why not.
         */
        OutlineRow: {
            /** Code */
            code: string;
            /** Errors */
            errors: string[];
            /** Name */
            name: string;
            /** Operation */
            operation: {
                [key: string]: unknown;
            } | null;
            /** Row */
            row: number;
        };
        /** OwnFile */
        OwnFile: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
        };
        /** OwnRatings */
        OwnRatings: {
            /** Done */
            done: components["schemas"]["DealtCase"][];
            /** Results */
            results: components["schemas"]["OwnResult"][];
            /** Waiting */
            waiting: components["schemas"]["DealtCase"][];
        };
        /** OwnResult */
        OwnResult: {
            /** By */
            by: string;
            /** Mean */
            mean: string;
            /** Month */
            month: string;
            /** Number */
            number: number;
        };
        /** PanelIn */
        PanelIn: {
            /**
             * Measure
             * @default received
             * @enum {string}
             */
            measure?: "received" | "in_hand" | "due_soon" | "overdue" | "closed" | "on_time" | "satisfaction";
            /** Panel */
            panel: string;
            /**
             * Wide
             * @default false
             */
            wide?: boolean;
        };
        /** PaperOut */
        PaperOut: {
            /**
             * Begun At
             * Format: date-time
             */
            begun_at: string;
            /** Ended At */
            ended_at: string | null;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Exam Id */
            exam_id: number;
            /** Late */
            late: boolean;
            /** Name */
            name: string;
            /** Number */
            number: number;
            /** Pass Mark */
            pass_mark: number;
            /** Passed */
            passed: boolean | null;
            /** Questions */
            questions: components["schemas"]["PaperQuestion"][];
            /** Score */
            score: number | null;
            /** Uuid */
            uuid: string;
        };
        /**
         * PaperQuestion
         * @description `right`, `why`, `answer`, `wrong` only once it was handed in.
         */
        PaperQuestion: {
            /** Answer */
            answer?: string | null;
            /** Code */
            code: string;
            /** Kind */
            kind: string;
            /** Options */
            options: string[];
            /** Right */
            right?: string | null;
            /** Text */
            text: string;
            /** Why */
            why?: string | null;
            /** Wrong */
            wrong?: boolean | null;
        };
        /** PartQuery */
        PartQuery: {
            /**
             * Area
             * @description Area codes (subdistrict, community or grid)
             * @default
             */
            area?: string;
            /**
             * Category
             * @description Category codes; a major class includes its minor classes
             * @default
             */
            category?: string;
            /**
             * Channel
             * @default
             */
            channel?: string;
            /**
             * Compare
             * @default previous
             * @enum {string}
             */
            compare?: "previous" | "week" | "month" | "year" | "none";
            /**
             * Direct
             * @description unit, category, area: without those below
             * @default
             */
            direct?: string;
            /**
             * End
             * @description Last day, with period=days
             */
            end?: string | null;
            /**
             * Flag
             * @default
             */
            flag?: string;
            /**
             * Kind
             * @default
             */
            kind?: string;
            /**
             * Lifecycle
             * @default
             */
            lifecycle?: string;
            /**
             * Part
             * @enum {string}
             */
            part: "words" | "trend" | "matrix" | "calendar" | "hexagons";
            /**
             * Period
             * @default today
             * @enum {string}
             */
            period?: "today" | "yesterday" | "week" | "month" | "quarter" | "year" | "days";
            /**
             * Start
             * @description First day, with period=days
             */
            start?: string | null;
            /**
             * Unit
             * @description Unit codes; units below are included
             * @default
             */
            unit?: string;
            /**
             * Unset
             * @description unit, category, area: cases that have none
             * @default
             */
            unset?: string;
            /**
             * Urgency
             * @default
             */
            urgency?: string;
        };
        /** PasswordIn */
        PasswordIn: {
            /** New */
            new: string;
            /** Old */
            old: string;
        };
        /** PatrolAreaOut */
        PatrolAreaOut: {
            /** Code */
            code: string;
            /** Id */
            id: number;
            /** Name */
            name: string;
        };
        /** PatrolList */
        PatrolList: {
            /** Items */
            items: components["schemas"]["PatrolOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** PatrolOut */
        PatrolOut: {
            /** Checked */
            checked: number;
            /** Day */
            day: string;
            /** Distance M */
            distance_m: number;
            /** Ended At */
            ended_at: string | null;
            /** Ended How */
            ended_how: string;
            /** Gaps */
            gaps: number;
            grid: components["schemas"]["PatrolAreaOut"] | null;
            /** Grid Seconds */
            grid_seconds: number;
            /** Id */
            id: string;
            /** Last At */
            last_at: string | null;
            /** Marked */
            marked: number;
            /** Note */
            note: string;
            /** Number */
            number: number;
            /** Plan */
            plan: string;
            /** Positions */
            positions: number;
            /** Seconds */
            seconds: number;
            /** Skew S */
            skew_s: number;
            /** Started At */
            started_at: string;
            /** State */
            state: string;
            /** Unit */
            unit: string;
            /** Worker */
            worker: string;
        };
        /** PatrolQuery */
        PatrolQuery: {
            /**
             * Cursor
             * @default
             */
            cursor?: string;
            /** First */
            first?: string | null;
            /** Gaps */
            gaps?: boolean | null;
            /**
             * Grid
             * @description Area code; all below is included
             * @default
             */
            grid?: string;
            /** Last */
            last?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit?: number;
            /** Marked */
            marked?: boolean | null;
            /**
             * State
             * @default
             * @enum {string}
             */
            state?: "" | "running" | "ended";
            /**
             * Unit
             * @default
             */
            unit?: string;
            /**
             * Worker
             * @description User name
             * @default
             */
            worker?: string;
        };
        /** PatrolRankingOut */
        PatrolRankingOut: {
            /** By */
            by: string;
            /** Items */
            items: {
                [key: string]: unknown;
            }[];
            /** Month */
            month: string;
            /** Weights */
            weights: {
                [key: string]: unknown;
            }[];
        };
        /**
         * PatrolStart
         * @description `id` is made by the phone: the same again changes nothing. Without `grid`: that of the plan or of the place.
         */
        PatrolStart: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Grid
             * @default
             */
            grid?: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Lat */
            lat?: number | null;
            /** Lng */
            lng?: number | null;
            /**
             * Plan
             * @default
             */
            plan?: string;
            /** Sent At */
            sent_at?: string | null;
        };
        /** PatrolStop */
        PatrolStop: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Note
             * @default
             */
            note?: string;
            /** Sent At */
            sent_at?: string | null;
        };
        /** PeerForm */
        PeerForm: {
            /** Questions */
            questions: components["schemas"]["RatingQuestion"][];
            /** Unit */
            unit: string;
            /** Units */
            units: components["schemas"]["PeerUnit"][];
        };
        /**
         * PeerUnit
         * @description `cases`: how many it has in the month; those with the most come first.
         */
        PeerUnit: {
            /** Answers */
            answers: {
                [key: string]: number;
            };
            /** Cases */
            cases: number;
            /** Code */
            code: string;
            /** Comment */
            comment: string;
            /** Name */
            name: string;
            /** Rated At */
            rated_at: string | null;
        };
        /** PermissionOut */
        PermissionOut: {
            /** Code */
            code: string;
            /** Description */
            description: string;
            /** Name */
            name: string;
            /** Name En */
            name_en: string;
            /** Room */
            room: string;
        };
        /**
         * PhoneActIn
         * @description An action on a case, as in POST /cases/{number}/actions/{action}. `version` is the one that the worker saw.
         */
        PhoneActIn: {
            /** Action */
            action: string;
            /** Assignment Id */
            assignment_id?: number | null;
            /**
             * Data
             * @default {}
             */
            data?: {
                [key: string]: unknown;
            };
            /** Number */
            number: string;
            /** Version */
            version?: number | null;
        };
        /**
         * PhoneCommandIn
         * @description Exactly one of `act` and `report`.
         */
        PhoneCommandIn: {
            act?: components["schemas"]["PhoneActIn"] | null;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            report?: components["schemas"]["PhoneReportIn"] | null;
            /**
             * Uuid
             * Format: uuid
             */
            uuid: string;
        };
        /**
         * PhoneCommandResult
         * @description `status` 200: carried out, now or before (`repeated`). 424: not tried, as an earlier one of the same case in this
         *     sending failed. Else the status of `problem` (RFC 9457); a 409 has `now`, the case as it is.
         */
        PhoneCommandResult: {
            /** Answer */
            answer?: {
                [key: string]: unknown;
            } | null;
            /** Now */
            now?: {
                [key: string]: unknown;
            } | null;
            /** Problem */
            problem?: {
                [key: string]: unknown;
            } | null;
            /**
             * Repeated
             * @default false
             */
            repeated?: boolean;
            /** Status */
            status: number;
            /**
             * Uuid
             * Format: uuid
             */
            uuid: string;
        };
        /** PhoneCommandsIn */
        PhoneCommandsIn: {
            /** Commands */
            commands: components["schemas"]["PhoneCommandIn"][];
        };
        /** PhoneCommandsOut */
        PhoneCommandsOut: {
            /** Results */
            results: components["schemas"]["PhoneCommandResult"][];
        };
        /**
         * PhoneDayOut
         * @description What a phone needs for the day; the tasks themselves are read one by one, when their version is newer.
         */
        PhoneDayOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Done Today */
            done_today: number;
            /** Grids */
            grids: components["schemas"]["PhoneGridOut"][];
            /** More */
            more: boolean;
            /** Piece */
            piece: number;
            /** Tasks */
            tasks: components["schemas"]["CaseRow"][];
            worker: components["schemas"]["PhoneWorkerOut"];
        };
        /** PhoneGridOut */
        PhoneGridOut: {
            /** Bbox */
            bbox: number[] | null;
            /** Code */
            code: string;
            /** Geometry */
            geometry: {
                [key: string]: unknown;
            } | null;
            /** Id */
            id: number;
            /** Level */
            level: string;
            /** Name */
            name: string;
        };
        /**
         * PhoneReportIn
         * @description A new event. The channel is that of grid workers; `then` may settle it on the spot.
         */
        PhoneReportIn: {
            /** Category Id */
            category_id?: number | null;
            /**
             * Files
             * @default []
             */
            files?: string[];
            /**
             * Kind
             * @default event
             */
            kind?: string;
            /**
             * @default {
             *       "lng": null,
             *       "lat": null,
             *       "crs": "wgs84",
             *       "address": "",
             *       "area_id": null
             *     }
             */
            place?: components["schemas"]["PlaceIn"];
            /** Text */
            text: string;
            /**
             * Then
             * @default []
             */
            then?: components["schemas"]["NextAction"][];
            /**
             * Urgency
             * @default
             */
            urgency?: string;
        };
        /**
         * PhoneTaskOut
         * @description A case with what can be done after the action named, so that a worker without a network can go on.
         */
        PhoneTaskOut: {
            /** Accepted At */
            accepted_at: string | null;
            /** Actions */
            actions: components["schemas"]["ActionOffer"][];
            /** Address */
            address: string;
            /** After */
            after: {
                [key: string]: {
                    [key: string]: unknown;
                }[];
            };
            area: components["schemas"]["CaseAreaOut"] | null;
            /** Assignments */
            assignments: components["schemas"]["AssignmentOut"][];
            /** Attachments */
            attachments: components["schemas"]["FileOut"][];
            /** Callbacks */
            callbacks: components["schemas"]["CallbackOut"][];
            /** Callers */
            callers: number;
            category: components["schemas"]["CategoryOut"] | null;
            /** Channel */
            channel: string;
            /** Clocks */
            clocks: components["schemas"]["ClockOut"][];
            /** Closed At */
            closed_at: string | null;
            /** Dispatched At */
            dispatched_at: string | null;
            /** Due Status */
            due_status: string;
            /** External Id */
            external_id: string | null;
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
            /** Flags */
            flags: string[];
            /** Head */
            head: {
                [key: string]: unknown;
            };
            /** Joined */
            joined: components["schemas"]["CaseRow"][];
            /** Joined To */
            joined_to: string | null;
            /** Kind */
            kind: string;
            /** Kind Name */
            kind_name: string;
            /** Lat */
            lat: number | null;
            lead_unit: components["schemas"]["Named"] | null;
            /** Lifecycle */
            lifecycle: string;
            /** Likely */
            likely: number;
            /** Lng */
            lng: number | null;
            /** Next Due At */
            next_due_at: string | null;
            /** Next Due Stage */
            next_due_stage: string;
            /** Next Due Stage Name */
            next_due_stage_name: string;
            /** Number */
            number: string;
            /** Occurred At */
            occurred_at: string | null;
            /** Open */
            open: boolean;
            /** Outcome */
            outcome: string;
            /** Parts */
            parts: string[];
            /** Pending */
            pending: string;
            /** Phase */
            phase: string;
            place: components["schemas"]["PlaceOut"];
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Remaining */
            remaining: {
                [key: string]: unknown;
            } | null;
            requester: components["schemas"]["RequesterOut"] | null;
            requester_mask: components["schemas"]["MaskOut"];
            /** Returns */
            returns: {
                [key: string]: number;
            };
            /** Review Date */
            review_date: string | null;
            /** Satisfaction */
            satisfaction: string;
            /** Split From */
            split_from: string | null;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            /** Text */
            text: string;
            /** Title */
            title: string;
            /** Tone */
            tone: string;
            /** Urgency */
            urgency: string;
            /** Version */
            version: number;
        };
        /** PhoneUploadIn */
        PhoneUploadIn: {
            /** Name */
            name: string;
            /**
             * Proof
             * @default {}
             */
            proof?: {
                [key: string]: unknown;
            };
            /** Sha256 */
            sha256: string;
            /** Size */
            size: number;
            /**
             * Uuid
             * Format: uuid
             */
            uuid: string;
        };
        /**
         * PhoneUploadOut
         * @description `received`: from which byte on the rest is wanted. `file_id`: it is whole, and this is its file.
         */
        PhoneUploadOut: {
            /** File Id */
            file_id: string | null;
            /** Received */
            received: number;
            /** Size */
            size: number;
            /**
             * Uuid
             * Format: uuid
             */
            uuid: string;
        };
        /** PhoneWorkerOut */
        PhoneWorkerOut: {
            /** Name */
            name: string;
            /** Unit */
            unit: string;
            /** Unit Id */
            unit_id: number | null;
        };
        /** PhotoOut */
        PhotoOut: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Size */
            size: number;
        };
        /**
         * PivotLine
         * @description `where`: what the line asks of a case; null when no list can show it.
         */
        PivotLine: {
            /** Below */
            below: boolean;
            /** Code */
            code: string;
            /** Direct */
            direct: boolean;
            /** Name */
            name: string;
            /** Total */
            total: number[];
            /** Where */
            where: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * PivotOut
         * @description A cell is [number], or [part, whole] of a share. Its cases are those of `filter`, `measure_query` and the `where`
         *     of its row and column together.
         */
        PivotOut: {
            /** Across */
            across: string;
            /** At */
            at: string;
            /** Cells */
            cells: number[][][];
            /** Columns */
            columns: components["schemas"]["PivotLine"][];
            /** Down */
            down: string;
            /** Filter */
            filter: {
                [key: string]: unknown;
            };
            /** Left Out */
            left_out: number[];
            /** Measure */
            measure: string;
            /** Measure Name */
            measure_name: string;
            /** Measure Query */
            measure_query: {
                [key: string]: unknown;
            };
            /** Rows */
            rows: components["schemas"]["PivotLine"][];
            /** Share */
            share: boolean;
            /** Total */
            total: number[];
        } & {
            [key: string]: unknown;
        };
        /**
         * PivotQuery
         * @description Which cases as on the board, by one or two dimensions.
         */
        PivotQuery: {
            /**
             * Area
             * @description Area codes (subdistrict, community or grid)
             * @default
             */
            area?: string;
            /**
             * Category
             * @description Category codes; a major class includes its minor classes
             * @default
             */
            category?: string;
            /**
             * Channel
             * @default
             */
            channel?: string;
            /**
             * Columns
             * @default
             */
            columns?: ("channel" | "unit" | "area" | "category" | "kind" | "urgency" | "state" | "late" | "hour" | "day" | "week" | "month" | "year") | "";
            /**
             * Compare
             * @default previous
             * @enum {string}
             */
            compare?: "previous" | "week" | "month" | "year" | "none";
            /**
             * Direct
             * @description unit, category, area: without those below
             * @default
             */
            direct?: string;
            /**
             * End
             * @description Last day, with period=days
             */
            end?: string | null;
            /**
             * Flag
             * @default
             */
            flag?: string;
            /**
             * Kind
             * @default
             */
            kind?: string;
            /**
             * Lifecycle
             * @default
             */
            lifecycle?: string;
            /**
             * Measure
             * @default received
             * @enum {string}
             */
            measure?: "received" | "closed" | "on_time" | "on_time_rate" | "satisfied_rate" | "dissatisfied" | "in_hand" | "due_soon" | "overdue";
            /**
             * Period
             * @default month
             * @enum {string}
             */
            period?: "today" | "yesterday" | "week" | "month" | "quarter" | "year" | "days";
            /**
             * Rows
             * @default unit
             * @enum {string}
             */
            rows?: "channel" | "unit" | "area" | "category" | "kind" | "urgency" | "state" | "late" | "hour" | "day" | "week" | "month" | "year";
            /**
             * Start
             * @description First day, with period=days
             */
            start?: string | null;
            /**
             * Unit
             * @description Unit codes; units below are included
             * @default
             */
            unit?: string;
            /**
             * Unset
             * @description unit, category, area: cases that have none
             * @default
             */
            unset?: string;
            /**
             * Urgency
             * @default
             */
            urgency?: string;
        };
        /** PlaceIn */
        PlaceIn: {
            /**
             * Address
             * @default
             */
            address?: string;
            /** Area Id */
            area_id?: number | null;
            /**
             * Crs
             * @default wgs84
             */
            crs?: string;
            /** Lat */
            lat?: number | null;
            /** Lng */
            lng?: number | null;
        };
        /** PlaceOut */
        PlaceOut: {
            /** Address */
            address: string;
            /** Area Id */
            area_id: number | null;
            /** Area Path */
            area_path: string[];
            /** Crs */
            crs: string;
            /** Lat */
            lat: number | null;
            /** Lng */
            lng: number | null;
        };
        /** PlanList */
        PlanList: {
            /** Figures */
            figures: {
                [key: string]: number;
            };
            /** Items */
            items: components["schemas"]["PlanOut"][];
        };
        /**
         * PlanOut
         * @description `done` of `times` in the present period: patrols on which every point was reached.
         */
        PlanOut: {
            /** Code */
            code: string;
            /** Done */
            done: number;
            grid: components["schemas"]["PatrolAreaOut"] | null;
            /** Name */
            name: string;
            /** Per */
            per: string;
            /** Per Name */
            per_name: string;
            /** Points */
            points: string[];
            /** Reached */
            reached: number;
            /** Times */
            times: number;
            /** Worker */
            worker: string;
        };
        /** PlanPerson */
        PlanPerson: {
            /** Id */
            id: number;
            /** Name Mask */
            name_mask: string;
            /** Phone Mask */
            phone_mask: string;
            /** Relation */
            relation: string;
        };
        /**
         * PointCalled
         * @description `path`: areas from the district down; `near`: the nearest named place, `metres` away.
         */
        PointCalled: {
            /** Inside */
            inside: boolean;
            /** Metres */
            metres: number | null;
            /** Near */
            near: string;
            /** Path */
            path: string[];
        };
        /** PointCheckOut */
        PointCheckOut: {
            /** Arrived */
            arrived: boolean;
            /** Distance M */
            distance_m: number;
            /** Id */
            id: string;
            /** Point */
            point: string;
        };
        /** PointIn */
        PointIn: {
            /**
             * Crs
             * @default wgs84
             * @enum {string}
             */
            crs?: "wgs84" | "gcj02" | "cgcs2000";
            /** Lat */
            lat: number;
            /** Lng */
            lng: number;
        };
        /** PointOut */
        PointOut: {
            /** Code */
            code: string;
            /** Grid */
            grid: string;
            /** Kind */
            kind: string;
            /** Last At */
            last_at: string | null;
            /** Lat */
            lat: number;
            /** Lng */
            lng: number;
            /** Name */
            name: string;
            /** Photo Required */
            photo_required: boolean;
            /** Question */
            question: string;
            /** Radius */
            radius: number;
        };
        /** PolishIn */
        PolishIn: {
            /** Section */
            section: string;
            /** Version */
            version: number;
        };
        /**
         * PositionIn
         * @description `seq` rises within a patrol; (patrol, seq, at) is taken once.
         */
        PositionIn: {
            /** Accuracy */
            accuracy?: number | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Battery */
            battery?: number | null;
            /** Lat */
            lat: number;
            /** Lng */
            lng: number;
            /** Seq */
            seq: number;
            /** Speed */
            speed?: number | null;
        };
        /**
         * PositionsIn
         * @description `sent_at`: what the phone's clock says when it sends, so that a wrong clock is noted.
         */
        PositionsIn: {
            /**
             * Patrol
             * Format: uuid
             */
            patrol: string;
            /** Positions */
            positions: components["schemas"]["PositionIn"][];
            /**
             * Sent At
             * Format: date-time
             */
            sent_at: string;
        };
        /**
         * PositionsOut
         * @description `known`: came before; `outside`: not within the patrol, not kept.
         */
        PositionsOut: {
            /** Known */
            known: number;
            /** Last Seq */
            last_seq: number;
            /** Marked */
            marked: number;
            /** Outside */
            outside: number;
            /** Stored */
            stored: number;
        };
        /** PrecedentMarkIn */
        PrecedentMarkIn: {
            /** Holds */
            holds: boolean;
            /** Why */
            why: string;
        };
        /** PrecedentMarkOut */
        PrecedentMarkOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Holds */
            holds: boolean;
            /** Why */
            why: string;
        };
        /**
         * PrecedentOut
         * @description `number` is empty when this person may not see the case.
         */
        PrecedentOut: {
            /** Area */
            area: string;
            /** Basis */
            basis: string;
            category: components["schemas"]["RuleCodeName"] | null;
            /** Holds */
            holds: boolean;
            /** Id */
            id: number;
            /** Marks */
            marks: components["schemas"]["PrecedentMarkOut"][];
            /** Matter */
            matter: string;
            /** Number */
            number: string;
            /**
             * Ruled At
             * Format: date-time
             */
            ruled_at: string;
            /** Ruled By */
            ruled_by: string;
            unit: components["schemas"]["RuleCodeName"];
        };
        /** PrecedentPage */
        PrecedentPage: {
            /** Items */
            items: components["schemas"]["PrecedentOut"][];
            /** May Change */
            may_change: boolean;
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** PrecedentQuery */
        PrecedentQuery: {
            /**
             * Category
             * @description Category code; a major class includes its minor classes
             * @default
             */
            category?: string;
            /**
             * Cursor
             * @default
             */
            cursor?: string;
            /** Holds */
            holds?: boolean | null;
            /**
             * Limit
             * @default 30
             */
            limit?: number;
            /**
             * Q
             * @description Words of the matter or the basis, or the number of the case
             * @default
             */
            q?: string;
            /**
             * Unit
             * @description Unit code
             * @default
             */
            unit?: string;
        };
        /** PremisesIn */
        PremisesIn: {
            /** Address Id */
            address_id?: number | null;
            /**
             * Closed
             * @default false
             */
            closed?: boolean;
            /**
             * Contact
             * @default
             */
            contact?: string;
            /** Id */
            id?: number | null;
            /**
             * Name
             * @default
             */
            name?: string;
            /**
             * Phone
             * @default
             */
            phone?: string;
            /** Staff */
            staff?: number | null;
            /**
             * Trade
             * @default
             */
            trade?: string;
        };
        /** PremisesOut */
        PremisesOut: {
            /** Address Id */
            address_id: number;
            /** Contact */
            contact: string;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Phone */
            phone: string;
            /** Staff */
            staff: number | null;
            /** Trade */
            trade: string;
        };
        /** PreviewIn */
        PreviewIn: {
            /** Text */
            text: string;
        };
        /** PreviewOut */
        PreviewOut: {
            /** Fault */
            fault: string;
            /** Length */
            length: number;
            /** Parts */
            parts: number;
            /** Text */
            text: string;
        };
        /** PrintIn */
        PrintIn: {
            /**
             * Personal
             * @description Names, numbers and addresses in clear; needs case.print_clear
             * @default false
             */
            personal?: boolean;
            /** Reason */
            reason: string;
        };
        /** @description RFC 9457 problem details */
        Problem: {
            /** @description A stable word for programs */
            code: string;
            /** @description 409: what the case is now */
            current?: Record<string, never>;
            detail?: string;
            errors?: {
                field: string;
                message: string;
            }[];
            /** @description To find the request in the log */
            request_id?: string;
            status: number;
            /** @description One sentence for people */
            title: string;
            /** @description /problems/<code> */
            type: string;
        };
        /**
         * ProgrammeDetail
         * @description `moves`: the states that this person may move it to.
         */
        ProgrammeDetail: {
            /** Aim */
            aim: string;
            /** Areas */
            areas: components["schemas"]["CodeNamed"][];
            /** Categories */
            categories: components["schemas"]["CodeNamed"][];
            /** Created At */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Elapsed */
            elapsed: number;
            /** Ends */
            ends: string;
            /** Figures */
            figures: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            /** Finished On */
            finished_on: string | null;
            /** Goals */
            goals: components["schemas"]["GoalOut"][];
            /** Id */
            id: number;
            /** Late */
            late: boolean;
            /** Lead */
            lead: string;
            /** Lead Id */
            lead_id: number | null;
            /** May Manage */
            may_manage: boolean;
            /** May Report */
            may_report: boolean;
            /** Moves */
            moves: string[];
            /** Name */
            name: string;
            /** Named */
            named: components["schemas"]["ProgrammeMember"][];
            /** Numbers */
            numbers: string[];
            /** Orders */
            orders: {
                [key: string]: number;
            };
            /** Percent */
            percent: number | null;
            /** Reports */
            reports: components["schemas"]["ProgrammeReportOut"][];
            /** Starts */
            starts: string;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            /** Units */
            units: components["schemas"]["ProgrammeUnitOut"][];
            /** Version */
            version: number;
        };
        /**
         * ProgrammeIn
         * @description `version` when it is changed. Its cases: `numbers`, and those of `categories` in `areas` while it runs.
         */
        ProgrammeIn: {
            /** Aim */
            aim: string;
            /**
             * Areas
             * @default []
             */
            areas?: string[];
            /**
             * Categories
             * @default []
             */
            categories?: string[];
            /**
             * Ends
             * Format: date
             */
            ends: string;
            /**
             * Goals
             * @default []
             */
            goals?: components["schemas"]["GoalIn"][];
            /** Lead Id */
            lead_id?: number | null;
            /** Name */
            name: string;
            /**
             * Numbers
             * @default []
             */
            numbers?: string[];
            /**
             * Starts
             * Format: date
             */
            starts: string;
            /**
             * Units
             * @default []
             */
            units?: components["schemas"]["ProgrammeUnitIn"][];
            /** Version */
            version?: number | null;
        };
        /** ProgrammeLink */
        ProgrammeLink: {
            /** Id */
            id: number;
            /** Name */
            name: string;
        };
        /** ProgrammeList */
        ProgrammeList: {
            /** Items */
            items: components["schemas"]["ProgrammeOut"][];
            /** May Manage */
            may_manage: boolean;
        };
        /** ProgrammeMember */
        ProgrammeMember: {
            /** Number */
            number: string;
            /** Open */
            open: boolean;
            /** Title */
            title: string;
        };
        /** ProgrammeMoveIn */
        ProgrammeMoveIn: {
            /**
             * State
             * @enum {string}
             */
            state: "running" | "finished" | "stopped";
            /**
             * Text
             * @default
             */
            text?: string;
            /** Version */
            version: number;
        };
        /**
         * ProgrammeOut
         * @description `elapsed`: share of its time that has passed; `percent`: what units report on average.
         */
        ProgrammeOut: {
            /** Elapsed */
            elapsed: number;
            /** Ends */
            ends: string;
            /** Figures */
            figures: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            /** Id */
            id: number;
            /** Late */
            late: boolean;
            /** Lead */
            lead: string;
            /** Name */
            name: string;
            /** Orders */
            orders: {
                [key: string]: number;
            };
            /** Percent */
            percent: number | null;
            /** Starts */
            starts: string;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            /** Version */
            version: number;
        };
        /**
         * ProgrammeReportIn
         * @description `unit_id` empty: the centre about the whole. `goals`: name → what was reached.
         */
        ProgrammeReportIn: {
            /**
             * Goals
             * @default {}
             */
            goals?: {
                [key: string]: number;
            };
            /**
             * Percent
             * @default 0
             */
            percent?: number;
            /** Text */
            text: string;
            /** Unit Id */
            unit_id?: number | null;
        };
        /** ProgrammeReportOut */
        ProgrammeReportOut: {
            /** Action */
            action: string;
            /** Actor */
            actor: string;
            /** At */
            at: string;
            /** Goals */
            goals: {
                [key: string]: unknown;
            }[];
            /** Percent */
            percent: number | null;
            /** Text */
            text: string;
            /** Unit */
            unit: string;
        };
        /** ProgrammeUnitIn */
        ProgrammeUnitIn: {
            /**
             * Task
             * @default
             */
            task?: string;
            /** Unit Id */
            unit_id: number;
        };
        /** ProgrammeUnitOut */
        ProgrammeUnitOut: {
            /** Id */
            id: number;
            /** Mine */
            mine: boolean;
            /** Name */
            name: string;
            /** Percent */
            percent: number;
            /** Reported At */
            reported_at: string | null;
            /** Task */
            task: string;
        };
        /** PromiseOut */
        PromiseOut: {
            /** At */
            at: string;
            /** Late */
            late: boolean;
            /** What */
            what: string;
        };
        /**
         * ProposalOut
         * @description state: waiting (not made yet), ready, none. verdict: accepted, corrected, alone, or empty while undecided.
         */
        ProposalOut: {
            /** Categories */
            categories: components["schemas"]["ProposedCategory"][];
            /** Decided At */
            decided_at: string | null;
            final: components["schemas"]["UnitName"] | null;
            /** Made At */
            made_at: string | null;
            /** Similar */
            similar: components["schemas"]["LikeCase"][];
            /** State */
            state: string;
            /** Units */
            units: components["schemas"]["ProposedUnit"][];
            /** Verdict */
            verdict: string;
            /** Version */
            version: number | null;
        };
        /** ProposedCategory */
        ProposedCategory: {
            /** Code */
            code: string;
            /** Confidence */
            confidence: number;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Path */
            path: string;
        };
        /** ProposedUnit */
        ProposedUnit: {
            /** Co Units */
            co_units: components["schemas"]["UnitName"][];
            /** Confidence */
            confidence: number;
            /** Reasons */
            reasons: components["schemas"]["ReasonOut"][];
            unit: components["schemas"]["UnitName"];
        };
        /** QueryIn */
        QueryIn: {
            /** Name */
            name: string;
            query: components["schemas"]["PivotQuery"];
            /**
             * Shared
             * @default false
             */
            shared?: boolean;
        };
        /** Question */
        Question: {
            /** Code */
            code: string;
            /** Critical */
            critical: boolean;
            /** Help */
            help: string;
            /** Name */
            name: string;
            /** Points */
            points: number;
        };
        /** QuestionIn */
        QuestionIn: {
            /** Text */
            text: string;
        };
        /** RankedUnit */
        RankedUnit: {
            /**
             * Before
             * @description Total of the month before, once that is closed
             */
            before: string | null;
            /** Cases */
            cases: number;
            /** Code */
            code: string;
            /** Items */
            items: components["schemas"]["ItemPoints"][];
            /** Mine */
            mine: boolean;
            /** Name */
            name: string;
            /** Opens */
            opens: boolean;
            /** Rank */
            rank: number | null;
            /** Total */
            total: string | null;
        };
        /**
         * RankingOut
         * @description `whole`: all units are told; else only those of the reader, without ranks, until the circular is issued.
         */
        RankingOut: {
            closed: components["schemas"]["ClosingTold"] | null;
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Groups */
            groups: components["schemas"]["GroupRanking"][];
            /** May */
            may: {
                [key: string]: boolean;
            };
            /** Month */
            month: string;
            /** Months */
            months: components["schemas"]["MonthTold"][];
            /** Running */
            running: boolean;
            /** State */
            state: string;
            /** Whole */
            whole: boolean;
        };
        /** RaterSampleIn */
        RaterSampleIn: {
            /**
             * By
             * @enum {string}
             */
            by: "third" | "public";
            /** Month */
            month: string;
            /** Number */
            number: number;
        };
        /** RatingProgress */
        RatingProgress: {
            /** By */
            by: string;
            /** Drawn */
            drawn: number;
            /** Name */
            name: string;
            /** Rated */
            rated: number;
            /** Raters */
            raters: number;
            /** Samples */
            samples: {
                [key: string]: unknown;
            }[];
        };
        /** RatingQuestion */
        RatingQuestion: {
            /** Most */
            most: number;
            /** Name */
            name: string;
        };
        /** RatingsOut */
        RatingsOut: {
            form: components["schemas"]["PeerForm"] | null;
            mine: components["schemas"]["OwnRatings"];
            /** Month */
            month: string;
            /** Months */
            months: components["schemas"]["MonthTold"][];
            /** Progress */
            progress: components["schemas"]["RatingProgress"][];
            /** State */
            state: string;
        };
        /** RatingSummary */
        RatingSummary: {
            /** By */
            by: string;
            /** Comments */
            comments: {
                [key: string]: string;
            }[];
            /** Mean */
            mean: string;
            /** Name */
            name: string;
            /** Number */
            number: number;
        };
        /** ReadAllIn */
        ReadAllIn: {
            /**
             * Until
             * Format: date-time
             * @description The moment of the newest message that was seen; later ones stay unread
             */
            until: string;
        };
        /** ReadIn */
        ReadIn: {
            /** Ids */
            ids: number[];
        };
        /**
         * ReadOut
         * @description Somebody looked at, took out or printed something. `clear`: with personal data.
         */
        ReadOut: {
            /** Account */
            account: string;
            /** Acted For */
            acted_for: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Clear */
            clear: boolean;
            /** Complete */
            complete: boolean | null;
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Number */
            number: string | null;
            /** Reason */
            reason: string;
            /** Rows */
            rows: number | null;
            /** Unit */
            unit: string;
            /** Words */
            words: string;
        };
        /** ReadPage */
        ReadPage: {
            /** Items */
            items: components["schemas"]["ReadOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * ReasonOut
         * @description source: rule, responsibility, precedent, model, similar, habit. `link`: where the desk shows it.
         */
        ReasonOut: {
            /** Link */
            link: string;
            /** Matched */
            matched: string[];
            /** Ref */
            ref: string;
            /** Source */
            source: string;
            /** Text */
            text: string;
        };
        /** RecordQuery */
        RecordQuery: {
            /**
             * Indicator
             * @default
             */
            indicator?: string;
            /** Year */
            year?: number | null;
        };
        /**
         * RecoveryCodesOut
         * @description Ten codes for paper, each good once; shown this once.
         */
        RecoveryCodesOut: {
            /** Codes */
            codes: string[];
        };
        /**
         * RelatedGroup
         * @description code: person, place, category, joined. `query` lists them all.
         */
        RelatedGroup: {
            /** Capped */
            capped: boolean;
            /** Code */
            code: string;
            /** Count */
            count: number | null;
            /** Items */
            items: components["schemas"]["CaseRow"][];
            /** Query */
            query: {
                [key: string]: string;
            };
        };
        /** RelatedOut */
        RelatedOut: {
            /** By Point */
            by_point: boolean;
            /** Groups */
            groups: components["schemas"]["RelatedGroup"][];
        };
        /** RemoveIn */
        RemoveIn: {
            /** Etag */
            etag: string;
            /** Key */
            key: string;
            /**
             * Reason
             * @default
             */
            reason?: string;
        };
        /**
         * ReplyCheckIn
         * @description A reply as it is being written; nothing of it is kept.
         */
        ReplyCheckIn: {
            /** Assignment Id */
            assignment_id?: number | null;
            /** Text */
            text: string;
        };
        /**
         * ReplyCheckOut
         * @description `mark`: how a draft of the language model begins until a person has read it.
         */
        ReplyCheckOut: {
            /** Elements */
            elements: components["schemas"]["ReplyElement"][];
            /** Hints */
            hints: components["schemas"]["ReplyHint"][];
            /** Mark */
            mark: string;
        };
        /**
         * ReplyElement
         * @description One of the four elements: when, who, done, next. `passages`: where it is told, [start, end) in characters.
         */
        ReplyElement: {
            /** Code */
            code: string;
            /** Found */
            found: boolean;
            /** Name */
            name: string;
            /** Passages */
            passages: number[][];
        };
        /**
         * ReplyHint
         * @description `severity`: missing, doubt, hint. `write`: what could be written, with blanks in 【】.
         */
        ReplyHint: {
            /** Code */
            code: string;
            /** Passages */
            passages: number[][];
            /** Severity */
            severity: string;
            /** Text */
            text: string;
            /** Write */
            write: string;
        };
        /** ReplyQualityFigure */
        ReplyQualityFigure: {
            /** Query */
            query: {
                [key: string]: string;
            };
            /** Value */
            value: number;
        };
        /** ReplyQualityHint */
        ReplyQualityHint: {
            /** Code */
            code: string;
            /** Severity */
            severity: string;
        };
        /**
         * ReplyQualityOut
         * @description Days are Shanghai's, both included. `waiting`: replies sent and not looked at yet.
         */
        ReplyQualityOut: {
            /** Days */
            days: number;
            /** First */
            first: string;
            /** Hints */
            hints: components["schemas"]["ReplyQualityHint"][];
            /** Last */
            last: string;
            /** Units */
            units: components["schemas"]["ReplyQualityRow"][];
            /** Waiting */
            waiting: number;
        };
        /**
         * ReplyQualityRow
         * @description `figures`: all (cases with a reply), complete (no element missing), and one for each hint that was given.
         */
        ReplyQualityRow: {
            /** Figures */
            figures: {
                [key: string]: components["schemas"]["ReplyQualityFigure"];
            };
            unit: components["schemas"]["ReplyQualityUnit"];
        };
        /** ReplyQualityUnit */
        ReplyQualityUnit: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /** ReportAct */
        ReportAct: {
            /**
             * Action
             * @enum {string}
             */
            action: "submit" | "return" | "pass" | "sign" | "send" | "remake" | "discard";
            /**
             * Note
             * @default
             */
            note?: string;
            /** Version */
            version: number;
        };
        /**
         * ReportCell
         * @description t: as it is shown; v: the number; q: the filter of its cases, or {"page": …}.
         */
        ReportCell: {
            /** Q */
            q: {
                [key: string]: unknown;
            } | null;
            /** T */
            t: string;
            /** V */
            v: number | null;
        };
        /** ReportChange */
        ReportChange: {
            /** Sections */
            sections?: components["schemas"]["SectionChange"][];
            /** Title */
            title?: string | null;
            /** Version */
            version: number;
        };
        /**
         * ReportDetail
         * @description `whole`: whether a signed report and its files still are what was signed; `can`: what I may do with it now.
         */
        ReportDetail: {
            /** Can */
            can: string[];
            /** Created By */
            created_by: string;
            /** Digest */
            digest: string;
            /** Due */
            due: string | null;
            /** Files */
            files: components["schemas"]["ReportFile"][];
            /** First */
            first: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Name */
            kind_name: string;
            /** Last */
            last: string;
            /** Late */
            late: boolean;
            /** Made At */
            made_at: string | null;
            /** May Edit */
            may_edit: boolean;
            /** May Polish */
            may_polish: boolean;
            /** Number */
            number: string;
            /** Options */
            options: {
                [key: string]: unknown;
            };
            /** Plan */
            plan: string;
            /** Progress */
            progress: number;
            /** Said */
            said: string;
            /** Sections */
            sections: components["schemas"]["ReportSection"][];
            /** Sent At */
            sent_at: string | null;
            /** Signed At */
            signed_at: string | null;
            /** Signed By */
            signed_by: string;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            /** Steps */
            steps: components["schemas"]["ReportStepOut"][];
            /** Title */
            title: string;
            /** Values */
            values: {
                [key: string]: components["schemas"]["ReportCell"];
            };
            /** Version */
            version: number;
            /** Whole */
            whole: boolean | null;
        };
        /** ReportFile */
        ReportFile: {
            /** Format */
            format: string;
            /** Sha256 */
            sha256: string;
            /** Size */
            size: number;
        };
        /**
         * ReportIn
         * @description `occasion`: the key date of an assessment.
         */
        ReportIn: {
            filter?: components["schemas"]["Narrowing"];
            /**
             * First
             * Format: date
             */
            first: string;
            /**
             * Last
             * Format: date
             */
            last: string;
            /**
             * Occasion
             * @default
             */
            occasion?: string;
            /** Plan */
            plan: string;
            /**
             * Title
             * @default
             */
            title?: string;
        };
        /** ReportList */
        ReportList: {
            /** Items */
            items: components["schemas"]["ReportRow"][];
            /** May Template */
            may_template: boolean;
            /** May Write */
            may_write: boolean;
            /** Plans */
            plans: components["schemas"]["ReportPlanTold"][];
            /** Year */
            year: number;
        };
        /**
         * ReportPeriod
         * @description state: signed, late, working, due, missing, ahead, before (the platform was not in use).
         */
        ReportPeriod: {
            /** Due */
            due: string;
            /** First */
            first: string;
            /** Last */
            last: string;
            /** Report */
            report: number | null;
            /** State */
            state: string;
        };
        /** ReportPlanTold */
        ReportPlanTold: {
            /** At */
            at: string;
            /** Automatic */
            automatic: boolean;
            /** Code */
            code: string;
            /** Kind */
            kind: string;
            /** Kind Name */
            kind_name: string;
            /** Late */
            late: number;
            /** Missing */
            missing: number;
            /** Name */
            name: string;
            /** Periods */
            periods: components["schemas"]["ReportPeriod"][];
            /** Regular */
            regular: boolean;
            /** Signed */
            signed: number;
            /** Target */
            target: number;
        };
        /**
         * ReportQuery
         * @description The reports whose period ends in a year.
         */
        ReportQuery: {
            /**
             * Kind
             * @default
             * @enum {string}
             */
            kind?: "" | "daily" | "weekly" | "monthly" | "circular" | "special" | "situation";
            /**
             * Void
             * @description Also those that were discarded
             * @default false
             */
            void?: boolean;
            /** Year */
            year?: number | null;
        };
        /** ReportRow */
        ReportRow: {
            /** Created By */
            created_by: string;
            /** Due */
            due: string | null;
            /** First */
            first: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Name */
            kind_name: string;
            /** Last */
            last: string;
            /** Late */
            late: boolean;
            /** Number */
            number: string;
            /** Plan */
            plan: string;
            /** Progress */
            progress: number;
            /** Said */
            said: string;
            /** Signed At */
            signed_at: string | null;
            /** Signed By */
            signed_by: string;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            /** Title */
            title: string;
            /** Version */
            version: number;
        };
        /** ReportSection */
        ReportSection: {
            /** Blocks */
            blocks: {
                [key: string]: unknown;
            }[];
            /** Code */
            code: string;
            /** Edited */
            edited: boolean;
            /** Heading */
            heading: string;
            /** Proposed */
            proposed: string;
            /** Shown */
            shown: boolean;
            /** Text */
            text: string;
        } & {
            [key: string]: unknown;
        };
        /** ReportStepOut */
        ReportStepOut: {
            /** Action */
            action: string;
            /** Actor */
            actor: string;
            /** At */
            at: string;
            /** Name */
            name: string;
            /** Note */
            note: string;
        };
        /** RequesterIn */
        RequesterIn: {
            /**
             * Address
             * @default
             */
            address?: string;
            /**
             * Anonymous
             * @default false
             */
            anonymous?: boolean;
            /**
             * Id Number
             * @default
             */
            id_number?: string;
            /**
             * Name
             * @default
             */
            name?: string;
            /**
             * Phone
             * @default
             */
            phone?: string;
        };
        /** RequesterOut */
        RequesterOut: {
            /** Anonymous */
            anonymous: boolean;
            /** Earlier Cases */
            earlier_cases: number;
            /** May Unmask */
            may_unmask: boolean;
            /** Name */
            name: string;
            /** Phone */
            phone: string;
        };
        /**
         * RequestIn
         * @description `into`: the number of a known problem nearby (“me too”). `at_home`: in one's own grid, when there is no point.
         */
        RequestIn: {
            /**
             * Address
             * @default
             */
            address?: string;
            /**
             * Anonymous
             * @default false
             */
            anonymous?: boolean;
            /**
             * At Home
             * @default false
             */
            at_home?: boolean;
            /** Category Id */
            category_id?: number | null;
            /**
             * Crs
             * @default wgs84
             * @enum {string}
             */
            crs?: "wgs84" | "gcj02" | "cgcs2000";
            /**
             * Files
             * @default []
             */
            files?: string[];
            /**
             * Into
             * @default
             */
            into?: string;
            /**
             * Kind
             * @default complaint
             */
            kind?: string;
            /** Lat */
            lat?: number | null;
            /** Lng */
            lng?: number | null;
            /**
             * Private
             * @default false
             */
            private?: boolean;
            /** Text */
            text: string;
            /**
             * Uuid
             * Format: uuid
             */
            uuid: string;
        };
        /** RequestOut */
        RequestOut: {
            /** Address */
            address: string;
            /** Anonymous */
            anonymous: boolean;
            /** Answer */
            answer: string;
            /** Asks */
            asks: string;
            /** Callers */
            callers: number;
            /** Category */
            category: string;
            /** Files */
            files: components["schemas"]["OwnFile"][];
            /** Joined */
            joined: boolean;
            /** May */
            may: string[];
            /** Number */
            number: string;
            /** Open */
            open: boolean;
            /** Phase */
            phase: string;
            /** Private */
            private: boolean;
            promise: components["schemas"]["PromiseOut"] | null;
            /** Questions */
            questions: components["schemas"]["AskedOut"][];
            /** Received At */
            received_at: string;
            /** Satisfaction */
            satisfaction: string;
            /** State */
            state: string;
            /** Steps */
            steps: components["schemas"]["StepOut"][];
            /** Text */
            text: string;
            /** Title */
            title: string;
        };
        /** RequestRow */
        RequestRow: {
            /** Anonymous */
            anonymous: boolean;
            /** Asks */
            asks: string;
            /** Callers */
            callers: number;
            /** Category */
            category: string;
            /** Joined */
            joined: boolean;
            /** Number */
            number: string;
            /** Open */
            open: boolean;
            /** Phase */
            phase: string;
            /** Private */
            private: boolean;
            promise: components["schemas"]["PromiseOut"] | null;
            /** Received At */
            received_at: string;
            /** State */
            state: string;
            /** Title */
            title: string;
        };
        /** RequestRows */
        RequestRows: {
            /** Items */
            items: components["schemas"]["RequestRow"][];
        };
        /**
         * ResidentActIn
         * @description answer and add: text, files. withdraw: text. rate: satisfaction, solved, contacted, reasons, text.
         */
        ResidentActIn: {
            /**
             * Act
             * @enum {string}
             */
            act: "answer" | "add" | "withdraw" | "rate";
            /** Contacted */
            contacted?: boolean | null;
            /**
             * Files
             * @default []
             */
            files?: string[];
            /**
             * Reasons
             * @default []
             */
            reasons?: string[];
            /**
             * Satisfaction
             * @default
             * @enum {string}
             */
            satisfaction?: "" | "satisfied" | "basically" | "dissatisfied";
            /**
             * Solved
             * @default
             * @enum {string}
             */
            solved?: "" | "yes" | "partly" | "no";
            /**
             * Text
             * @default
             */
            text?: string;
        };
        /**
         * ResidentClear
         * @description Shown for a minute; the look is recorded.
         */
        ResidentClear: {
            /** Expires In */
            expires_in: number;
            /** Id Number */
            id_number: string;
            /** Name */
            name: string;
            /** Phone */
            phone: string;
        };
        /** ResidentFound */
        ResidentFound: {
            /** Address */
            address: string;
            /** Address Id */
            address_id: number;
            /** Household Id */
            household_id?: number | null;
            /** Id */
            id: number;
            /** Id Number */
            id_number: string;
            /** Kinds */
            kinds: {
                [key: string]: string;
            }[];
            /** Name */
            name: string;
            /** Phone */
            phone: string;
            /** Relation */
            relation: string;
            /** Residence */
            residence: string;
            /** Since */
            since: string | null;
            /** Until */
            until: string | null;
        };
        /**
         * ResidentIn
         * @description With `id` a change; empty fields keep what is known.
         */
        ResidentIn: {
            /** Address Id */
            address_id?: number | null;
            /** Id */
            id?: number | null;
            /**
             * Id Number
             * @default
             */
            id_number?: string;
            /**
             * Moved Out
             * @default false
             */
            moved_out?: boolean;
            /**
             * Name
             * @default
             */
            name?: string;
            /**
             * Phone
             * @default
             */
            phone?: string;
            /**
             * Relation
             * @default
             */
            relation?: string;
            /**
             * Residence
             * @default
             * @enum {string}
             */
            residence?: "" | "local" | "floating" | "abroad" | "away";
        };
        /**
         * ResidentOut
         * @description All masked.
         */
        ResidentOut: {
            /** Household Id */
            household_id?: number | null;
            /** Id */
            id: number;
            /** Id Number */
            id_number: string;
            /** Kinds */
            kinds: {
                [key: string]: string;
            }[];
            /** Name */
            name: string;
            /** Phone */
            phone: string;
            /** Relation */
            relation: string;
            /** Residence */
            residence: string;
            /** Since */
            since: string | null;
        };
        /** ResidentsFound */
        ResidentsFound: {
            /** Items */
            items: components["schemas"]["ResidentFound"][];
        };
        /** ResidentSide */
        ResidentSide: {
            /** Anonymous */
            anonymous: boolean;
            /** Emergency */
            emergency: string;
            /** Followed */
            followed: boolean;
            /** Joined */
            joined: number;
            /** Own */
            own: boolean;
            /** Private */
            private: boolean;
            /** Questions */
            questions: components["schemas"]["AskedResident"][];
            /** Restricted */
            restricted: boolean;
        };
        /** RestrictedOut */
        RestrictedOut: {
            /** Appeal */
            appeal: string;
            /** Decided Why */
            decided_why: string;
            /** Decision */
            decision: string;
            /** Reason */
            reason: string;
            /** Until */
            until: string;
        };
        /** RestrictIn */
        RestrictIn: {
            /**
             * Days
             * @default 7
             */
            days?: number;
            /** Number */
            number: string;
            /** Reason */
            reason: string;
        };
        /** RestrictionAppealIn */
        RestrictionAppealIn: {
            /** Text */
            text: string;
        };
        /** RestrictionDecision */
        RestrictionDecision: {
            /** Lift */
            lift: boolean;
            /** Why */
            why: string;
        };
        /** RestrictionOut */
        RestrictionOut: {
            /** Appeal */
            appeal: string;
            /** Appealed At */
            appealed_at: string | null;
            /** By */
            by: string;
            /** Decided By */
            decided_by: string;
            /** Decided Why */
            decided_why: string;
            /** Decision */
            decision: string;
            /** From At */
            from_at: string;
            /** Id */
            id: number;
            /** Reason */
            reason: string;
            /** Until */
            until: string;
            /** Who */
            who: string;
        };
        /** Restrictions */
        Restrictions: {
            /** Items */
            items: components["schemas"]["RestrictionOut"][];
        };
        /**
         * ReviewIn
         * @description An answer for each question of the sample. A failing verdict needs a `note`.
         */
        ReviewIn: {
            /** Answers */
            answers: {
                [key: string]: "yes" | "no" | "na";
            };
            /**
             * Note
             * @default
             */
            note?: string;
        };
        /** ReviewOut */
        ReviewOut: {
            /** Answers */
            answers: {
                [key: string]: string;
            };
            /** At */
            at: string;
            /** Note */
            note: string;
            /** Reviewer */
            reviewer: string;
            /** Score */
            score: number;
            /** Verdict */
            verdict: string;
        };
        /** RowError */
        RowError: {
            /** Column */
            column: string;
            /** Message */
            message: string;
        };
        /** RowIn */
        RowIn: {
            /**
             * Effective At
             * @description When it takes effect; empty or past: at once
             */
            effective_at?: string | null;
            /**
             * Etag
             * @default
             */
            etag?: string;
            /**
             * Key
             * @default
             */
            key?: string;
            /**
             * Reason
             * @description Why; shown in the history
             * @default
             */
            reason?: string;
            /** Values */
            values: {
                [key: string]: unknown;
            };
        };
        /** RowList */
        RowList: {
            /** All */
            all: number;
            /** Offset */
            offset: number;
            /** Rows */
            rows: components["schemas"]["MasterRow"][];
            /** Total */
            total: number;
        };
        /** RowOut */
        RowOut: {
            /** Action */
            action: string;
            /** Changes */
            changes: {
                [key: string]: unknown;
            };
            /** Errors */
            errors: components["schemas"]["RowError"][];
            /** Key */
            key: string;
            /** Row */
            row: number;
        };
        /** RowsQuery */
        RowsQuery: {
            /**
             * Limit
             * @default 50
             */
            limit?: number;
            /**
             * Offset
             * @default 0
             */
            offset?: number;
            /**
             * Q
             * @default
             */
            q?: string;
            /**
             * Sort
             * @default
             */
            sort?: string;
            /**
             * State
             * @default
             * @enum {string}
             */
            state?: "" | "current" | "future" | "closed";
        };
        /** RuleCheckIn */
        RuleCheckIn: {
            /**
             * Expression
             * @default
             */
            expression?: string;
        };
        /** RuleCheckOut */
        RuleCheckOut: {
            /** Faults */
            faults: components["schemas"]["RuleFault"][];
            /** Ok */
            ok: boolean;
            /** Shown */
            shown: string;
        };
        /** RuleCodeName */
        RuleCodeName: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /** RuleCompleteItem */
        RuleCompleteItem: {
            /** Detail */
            detail: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "name" | "word";
            /** Label */
            label: string;
            /** Text */
            text: string;
        };
        /** RuleCompleteOut */
        RuleCompleteOut: {
            /** Items */
            items: components["schemas"]["RuleCompleteItem"][];
            /** Start */
            start: number;
        };
        /** RuleExplainIn */
        RuleExplainIn: {
            /**
             * Expression
             * @default
             */
            expression?: string;
            /** Number */
            number: string;
        };
        /** RuleExplainOut */
        RuleExplainOut: {
            /** Holds */
            holds: boolean;
            /** Number */
            number: string;
            /** Parts */
            parts: components["schemas"]["RuleExplainPart"][];
            /** Title */
            title: string;
        };
        /** RuleExplainPart */
        RuleExplainPart: {
            /** Held */
            held: boolean;
            /** Passages */
            passages: string[];
            /** Text */
            text: string;
        };
        /**
         * RuleFault
         * @description Characters `at` to `end`; `instead` is what may be written there.
         */
        RuleFault: {
            /** At */
            at: number;
            /** End */
            end: number;
            /** Instead */
            instead: string[];
            /** Message */
            message: string;
        };
        /** RuleNameOut */
        RuleNameOut: {
            /** Code */
            code: string;
            /** Hint */
            hint: string;
            /** Name */
            name: string;
        };
        /** RuleOrderIn */
        RuleOrderIn: {
            /** Codes */
            codes: string[];
            /** Mark */
            mark: string;
            /**
             * Reason
             * @default
             */
            reason?: string;
        };
        /** RulesMoved */
        RulesMoved: {
            /** Moved */
            moved: number;
        };
        /** RuleSwitchIn */
        RuleSwitchIn: {
            /** Etag */
            etag: string;
            /** On */
            on: boolean;
            /** Reason */
            reason: string;
        };
        /**
         * RuleTold
         * @description `judged`, `hits`, `dismissed`: warnings decided in the last 90 days; `query` lists them.
         */
        RuleTold: {
            /** Code */
            code: string;
            /** Dismissed */
            dismissed: number;
            /** Hits */
            hits: number;
            /** Hours */
            hours: number;
            /** Judged */
            judged: number;
            /** Level */
            level: string;
            /** Minimum */
            minimum: number;
            /** Name */
            name: string;
            /** Nature */
            nature: string;
            /** Query */
            query: {
                [key: string]: unknown;
            };
            /** Source */
            source: string;
            /** Valid */
            valid: boolean;
            /** Way */
            way: string;
            /** Way Name */
            way_name: string;
            /** Words */
            words: string[];
        };
        /**
         * RuleTrialCounts
         * @description matched = agreed + differing + undecided (not dispatched yet) + unresolved (no unit for its place) + earlier
         *     (another rule before this one decides).
         */
        RuleTrialCounts: {
            /** Agreed */
            agreed: number;
            /** Differing */
            differing: number;
            /** Earlier */
            earlier: number;
            /** Matched */
            matched: number;
            /** Undecided */
            undecided: number;
            /** Unresolved */
            unresolved: number;
        };
        /**
         * RuleTrialIn
         * @description What is to be tried: a saved rule has its code, a new one none.
         */
        RuleTrialIn: {
            /**
             * Category
             * @default
             */
            category?: string;
            /**
             * Co Units
             * @default []
             */
            co_units?: string[];
            /**
             * Code
             * @default
             */
            code?: string;
            /** Expression */
            expression: string;
            /**
             * Target
             * @default unit
             * @enum {string}
             */
            target?: "unit" | "subdistrict" | "community" | "manager" | "none";
            /**
             * Unit
             * @default
             */
            unit?: string;
            /**
             * Urgency
             * @default
             * @enum {string}
             */
            urgency?: "" | "normal" | "urgent" | "emergency";
        };
        /**
         * RuleTrialOut
         * @description A dry run. Cases of a figure: GET /cases?gathered=rule_trial:ID.GROUP. `current`: of what the rule says now.
         */
        RuleTrialOut: {
            /** Agreement */
            agreement: number | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            counts: components["schemas"]["RuleTrialCounts"];
            /** Current */
            current: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Looked */
            looked: number;
            /** Rule */
            rule: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * State
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "failed";
            /** Total */
            total: number;
            /** Units */
            units: components["schemas"]["RuleTrialUnit"][];
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /** RuleTrialUnit */
        RuleTrialUnit: {
            /** Cases */
            cases: number;
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * SafetyOut
         * @description All about the safety of one's own account.
         */
        SafetyOut: {
            /** Covered */
            covered: components["schemas"]["CoveredOut"][];
            /** Idle Minutes */
            idle_minutes: number;
            /** Password Changed At */
            password_changed_at: string | null;
            /** Password Expires At */
            password_expires_at: string | null;
            second_factor: components["schemas"]["FactorOut"];
            /** Sessions */
            sessions: components["schemas"]["LogInOut"][];
        };
        /** SaidDifferent */
        SaidDifferent: {
            /** At */
            at: string | null;
            /** By */
            by: string;
        };
        /** SampleDetail */
        SampleDetail: {
            /** Cases */
            cases: number;
            /** Closed From */
            closed_from: string;
            /** Closed To */
            closed_to: string;
            /** Decided */
            decided: number;
            /** Drawn */
            drawn: number;
            /** Drawn At */
            drawn_at: string;
            /** Drawn By */
            drawn_by: string;
            /** Id */
            id: number;
            /** Items */
            items: components["schemas"]["SampleItemOut"][];
            /** May Draw */
            may_draw: boolean;
            /** Name */
            name: string;
            /** Pass Mark */
            pass_mark: number;
            /** Passed */
            passed: number;
            /** Query */
            query: {
                [key: string]: string;
            };
            /** Questions */
            questions: components["schemas"]["Question"][];
            /** Seed */
            seed: number;
            /** Size */
            size: number;
            /** Strata */
            strata: components["schemas"]["StratumOut"][];
            /** Units */
            units: components["schemas"]["SampleUnit"][];
        };
        /**
         * SampleIn
         * @description Without a `seed` one is chosen; the same seed over the same cases draws the same sample.
         */
        SampleIn: {
            /**
             * Closed From
             * Format: date
             */
            closed_from: string;
            /**
             * Closed To
             * Format: date
             */
            closed_to: string;
            /** Name */
            name: string;
            /**
             * Pass Mark
             * @default 60
             */
            pass_mark?: number;
            /** Seed */
            seed?: number | null;
            /** Size */
            size: number;
        };
        /**
         * SampleItemOut
         * @description `said`: one's own review; all of them once the result is there.
         */
        SampleItemOut: {
            /** Category */
            category: string;
            /** Id */
            id: number;
            /** May Review */
            may_review: boolean;
            /** Mine */
            mine: boolean;
            /** Number */
            number: string;
            /** Result */
            result: string;
            /** Reviews */
            reviews: number;
            /** Said */
            said: components["schemas"]["ReviewOut"][];
            /** Score */
            score: number | null;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            /** Title */
            title: string;
            /** Unit */
            unit: string;
        };
        /** SampleList */
        SampleList: {
            /** Items */
            items: components["schemas"]["SampleOut"][];
            /** Questions */
            questions: number;
        };
        /** SampleMade */
        SampleMade: {
            /** Id */
            id: number;
        };
        /**
         * SampleOut
         * @description `cases`: how many were closed in that time; `drawn` of them.
         */
        SampleOut: {
            /** Cases */
            cases: number;
            /** Closed From */
            closed_from: string;
            /** Closed To */
            closed_to: string;
            /** Decided */
            decided: number;
            /** Drawn */
            drawn: number;
            /** Drawn At */
            drawn_at: string;
            /** Drawn By */
            drawn_by: string;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Pass Mark */
            pass_mark: number;
            /** Passed */
            passed: number;
            /** Query */
            query: {
                [key: string]: string;
            };
            /** Seed */
            seed: number;
            /** Size */
            size: number;
        };
        /** SampleUnit */
        SampleUnit: {
            /** Decided */
            decided: number;
            /** Drawn */
            drawn: number;
            /** Name */
            name: string;
            /** Passed */
            passed: number;
            /** Query */
            query: {
                [key: string]: string;
            };
            /** Score */
            score: number | null;
        };
        /** SavedMapping */
        SavedMapping: {
            /** Channel */
            channel: string;
            /** Fields */
            fields: {
                [key: string]: unknown;
            };
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Options */
            options: {
                [key: string]: unknown;
            };
        };
        /**
         * SavedOut
         * @description `change` is empty when nothing would have changed.
         */
        SavedOut: {
            change: components["schemas"]["ChangeOut"] | null;
        };
        /** SavedQueryOut */
        SavedQueryOut: {
            /** Id */
            id: number;
            /** Mine */
            mine: boolean;
            /** Name */
            name: string;
            /** Owner */
            owner: string;
            /** Query */
            query: {
                [key: string]: unknown;
            };
            /** Shared */
            shared: boolean;
        };
        /** SchemeItem */
        SchemeItem: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Weight */
            weight: string;
        };
        /** SearchIn */
        SearchIn: {
            /**
             * Limit
             * @default 6
             */
            limit?: number;
            /** Q */
            q: string;
        };
        /** SearchOut */
        SearchOut: {
            /** Groups */
            groups: components["schemas"]["HitGroup"][];
            /** Q */
            q: string;
        };
        /** SectionChange */
        SectionChange: {
            /** Code */
            code: string;
            /** Shown */
            shown?: boolean | null;
            /** Text */
            text?: string | null;
        };
        /** SentReplies */
        SentReplies: {
            /** Items */
            items: components["schemas"]["SentReply"][];
        };
        /** SentReply */
        SentReply: {
            /** Assignment Id */
            assignment_id: number;
            /** At */
            at: string | null;
            /** Elements */
            elements: components["schemas"]["ReplyElement"][];
            /** Hints */
            hints: components["schemas"]["ReplyHint"][];
            /** Lead */
            lead: boolean;
            /** Mark */
            mark: string;
            /** Text */
            text: string;
            /** Unit */
            unit: string;
        };
        /** ServiceOut */
        ServiceOut: {
            /** About */
            about: string;
            /** Address */
            address: string;
            /** Group */
            group: string;
            /** Hours */
            hours: string;
            /** Name */
            name: string;
            /** Phone */
            phone: string;
        };
        /**
         * SessionOut
         * @description Who is logged in and what the pages may offer.
         *
         *     `must` says what has to be done before anything else: password, second_factor or nothing. `permissions` are those
         *     of the colleague's work while acting for one.
         */
        SessionOut: {
            account: components["schemas"]["AccountOut"];
            acting_for: components["schemas"]["ActingForOut"] | null;
            /** Change Reason */
            change_reason: string;
            /** Csrf Token */
            csrf_token: string;
            district: components["schemas"]["DistrictOut"] | null;
            /** Idle Minutes */
            idle_minutes: number;
            /** Lang */
            lang: string;
            /** Must */
            must: string;
            /**
             * Now
             * Format: date-time
             */
            now: string;
            /** Password Min Length */
            password_min_length: number;
            /** Permissions */
            permissions: string[];
            /** Roles */
            roles: components["schemas"]["CodeName"][];
            /** Second Factor */
            second_factor: boolean;
            /** Version */
            version: string;
        };
        /** SheetOut */
        SheetOut: {
            /** Appeals */
            appeals: components["schemas"]["AppealTold"][];
            /** Cases */
            cases: number;
            closed: components["schemas"]["ClosingTold"] | null;
            /** Deductions */
            deductions: components["schemas"]["DeductionTold"][];
            /** Factor */
            factor: number;
            /** Group */
            group: string;
            /** Lines */
            lines: components["schemas"]["LineTold"][];
            /** May */
            may: {
                [key: string]: boolean;
            };
            /** Measured */
            measured: string | null;
            /** Minimum */
            minimum: number;
            /** Month */
            month: string;
            /** Of */
            of: number;
            /** Penalties */
            penalties: {
                [key: string]: unknown;
            }[];
            /** Rank */
            rank: number | null;
            /**
             * Rank Told
             * @description false: a unit does not learn ranks before the circular
             */
            rank_told: boolean;
            /** Ratings */
            ratings: components["schemas"]["RatingSummary"][];
            /** Reasons */
            reasons: {
                [key: string]: string;
            };
            /** Scheme */
            scheme: {
                [key: string]: string;
            };
            /** State */
            state: string;
            /** Total */
            total: string | null;
            /** Unit */
            unit: {
                [key: string]: string;
            };
            /** Weight */
            weight: string | null;
        };
        /** ShowIn */
        ShowIn: {
            /**
             * Reason
             * @default
             */
            reason?: string;
            /**
             * State
             * @enum {string}
             */
            state: "open" | "hidden";
            /**
             * Words
             * @default
             */
            words?: string;
        };
        /** ShownList */
        ShownList: {
            /** Decided */
            decided: components["schemas"]["ShownOut"][];
            /** Waiting */
            waiting: components["schemas"]["ShownOut"][];
        };
        /** ShownOut */
        ShownOut: {
            /** At */
            at: string | null;
            /** By */
            by: string;
            /** Callers */
            callers: number;
            /** Category */
            category: string;
            /** Decision */
            decision: string;
            /** Number */
            number: string;
            /** Reason */
            reason: string;
            /** Received At */
            received_at: string;
            /** Since */
            since: string;
            /** State */
            state: string;
            /** Title */
            title: string;
            /** Where */
            where: string;
            /** Words */
            words: string;
        };
        /** Side */
        Side: {
            case: components["schemas"]["CaseRow"];
            /** External Id */
            external_id: string | null;
            /** Occurred At */
            occurred_at: string | null;
            /** Text */
            text: string;
            /** Units */
            units: string[];
        };
        /** SimilarCase */
        SimilarCase: {
            case: components["schemas"]["CaseRow"];
            /** Reasons */
            reasons: components["schemas"]["SimilarReason"][];
            /** Score */
            score: number;
        };
        /**
         * SimilarIn
         * @description What the form knows so far; all of it may be empty. The point is WGS-84.
         */
        SimilarIn: {
            /**
             * Address
             * @default
             */
            address?: string;
            /** Area Id */
            area_id?: number | null;
            /** Category Id */
            category_id?: number | null;
            /** Lat */
            lat?: number | null;
            /**
             * Lifecycle
             * @default request
             */
            lifecycle?: string;
            /** Lng */
            lng?: number | null;
            /**
             * Phone
             * @default
             */
            phone?: string;
            /**
             * Text
             * @default
             */
            text?: string;
            /**
             * Title
             * @default
             */
            title?: string;
        };
        /** SimilarList */
        SimilarList: {
            /** Items */
            items: components["schemas"]["SimilarCase"][];
        };
        /**
         * SimilarReason
         * @description `code`: caller, near, area, words, category, closed. `text`: the same for people.
         */
        SimilarReason: {
            /** Code */
            code: string;
            /** Text */
            text: string;
        };
        /** Span */
        Span: {
            /** Cases */
            cases: number;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * SpendingLine
         * @description `kind`: total, item, project, three; amounts in 万元.
         */
        SpendingLine: {
            /** Budget */
            budget: string;
            /** Code */
            code: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Rate */
            rate: string | null;
            /** Spent */
            spent: string;
        };
        /** SpendingMonth */
        SpendingMonth: {
            /** Amount */
            amount: string;
            /** Month */
            month: number;
            /** Total */
            total: string;
        };
        /**
         * SpendingOut
         * @description Up to `month`; `progress`: of the year, per cent.
         */
        SpendingOut: {
            /** Lines */
            lines: components["schemas"]["SpendingLine"][];
            /** Month */
            month: number;
            /** Months */
            months: components["schemas"]["SpendingMonth"][];
            /** Name */
            name: string;
            /** Progress */
            progress: string;
            /** Warnings */
            warnings: components["schemas"]["SpendingWarning"][];
            /** Year */
            year: number;
        };
        /** SpendingTaken */
        SpendingTaken: {
            /** Rows */
            rows: number;
        };
        /**
         * SpendingWarning
         * @description `code`: behind, rush, over, three, idle.
         */
        SpendingWarning: {
            /** Code */
            code: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Row */
            row: string;
            /** Said */
            said: string;
        };
        /** StartOut */
        StartOut: {
            /** Categories */
            categories: components["schemas"]["CategoryShort"][];
            /** Centre */
            centre: string;
            /** Csrf */
            csrf: string;
            /** Demo */
            demo: boolean;
            /** District */
            district: string;
            /** Emergencies */
            emergencies: components["schemas"]["EmergencyOut"][];
            /** Kinds */
            kinds: components["schemas"]["CodeAndName"][];
            me: components["schemas"]["MeOut"] | null;
            /** Reasons */
            reasons: components["schemas"]["CodeAndName"][];
            /** Sms */
            sms: boolean;
            /** Wechat */
            wechat: boolean;
        };
        /** StepOut */
        StepOut: {
            /** At */
            at: string;
            /** More */
            more: string;
            /** Text */
            text: string;
            /** Tone */
            tone: string;
        };
        /** StratumOut */
        StratumOut: {
            /** Cases */
            cases: number;
            /** Category */
            category: string;
            /** Drawn */
            drawn: number;
            /** Unit */
            unit: string;
        };
        /**
         * StreetComponentDetail
         * @description `gathered`: the filter of the case list with its cases.
         */
        StreetComponentDetail: {
            /** Address */
            address: string;
            /** Area Path */
            area_path: string[];
            /** Cases */
            cases: number;
            /** Code */
            code: string;
            /** Gathered */
            gathered: string;
            /** Grid Code */
            grid_code: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Name */
            kind_name: string;
            /** Lat */
            lat: number | null;
            /** Lng */
            lng: number | null;
            /** Maintainer */
            maintainer: string;
            /** Name */
            name: string;
            /** Newest */
            newest: components["schemas"]["ComponentCaseOut"][];
            /** Note */
            note: string;
            /** Open Cases */
            open_cases: number;
            /** Owner */
            owner: string;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
        };
        /** StreetComponentNear */
        StreetComponentNear: {
            /** Address */
            address: string;
            /** Code */
            code: string;
            /** Grid Code */
            grid_code: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Name */
            kind_name: string;
            /** Lat */
            lat: number | null;
            /** Lng */
            lng: number | null;
            /** Maintainer */
            maintainer: string;
            /** Metres */
            metres: number;
            /** Name */
            name: string;
            /** Owner */
            owner: string;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
        };
        /** StreetComponentOut */
        StreetComponentOut: {
            /** Address */
            address: string;
            /** Code */
            code: string;
            /** Grid Code */
            grid_code: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Name */
            kind_name: string;
            /** Lat */
            lat: number | null;
            /** Lng */
            lng: number | null;
            /** Maintainer */
            maintainer: string;
            /** Name */
            name: string;
            /** Owner */
            owner: string;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
        };
        /**
         * StreetComponentPage
         * @description `next`: the code to go on after.
         */
        StreetComponentPage: {
            /** Items */
            items: components["schemas"]["StreetComponentOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * SuggestIn
         * @description What the form knows so far. The point is WGS-84.
         */
        SuggestIn: {
            /**
             * Address
             * @default
             */
            address?: string;
            /** Area Id */
            area_id?: number | null;
            /** Category Id */
            category_id?: number | null;
            /**
             * Channel
             * @default
             */
            channel?: string;
            /**
             * Kind
             * @default
             */
            kind?: string;
            /** Lat */
            lat?: number | null;
            /**
             * Lifecycle
             * @default request
             */
            lifecycle?: string;
            /** Lng */
            lng?: number | null;
            /**
             * Text
             * @default
             */
            text?: string;
            /**
             * Title
             * @default
             */
            title?: string;
        };
        /** SurveyIn */
        SurveyIn: {
            /** Answers */
            answers: {
                [key: string]: number;
            };
            /** Area */
            area: string;
            /**
             * Note
             * @default
             */
            note?: string;
            /** Period */
            period: string;
        };
        /** SurveyOut */
        SurveyOut: {
            /** Answered */
            answered: number;
            /** Areas */
            areas: {
                [key: string]: unknown;
            }[];
            /** May */
            may: boolean;
            /** Period */
            period: string;
            /** Periods */
            periods: string[];
            /** Questions */
            questions: {
                [key: string]: string;
            }[];
            /** Satisfied */
            satisfied: number;
        };
        /** SwitchIn */
        SwitchIn: {
            /** Active */
            active: boolean;
        };
        /** SystemOut */
        SystemOut: {
            /** Checks */
            checks: components["schemas"]["CheckOut"][];
            /**
             * Now
             * Format: date-time
             */
            now: string;
            /** State */
            state: string;
        };
        /** TakeBackIn */
        TakeBackIn: {
            /** Why */
            why: string;
        };
        /**
         * TaskOut
         * @description One kind of job: when it runs next, and what became of it in the last 24 hours.
         */
        TaskOut: {
            /** About */
            about: string;
            /** Cron */
            cron: string;
            /** Failed */
            failed: number;
            /** Last At */
            last_at: string | null;
            /** Name */
            name: string;
            /** Next At */
            next_at: string | null;
            /** Runs */
            runs: number;
            /** Seconds */
            seconds: number | null;
        };
        /** TemplatesOf */
        TemplatesOf: {
            /** Kind */
            kind: string;
            /** Kind Name */
            kind_name: string;
            /** Name */
            name: string;
            /** Plan */
            plan: string;
            /** Versions */
            versions: components["schemas"]["TemplateVersion"][];
        };
        /** TemplateUse */
        TemplateUse: {
            /**
             * Number
             * @description 0: the built-in template
             */
            number: number;
        };
        /** TemplateVersion */
        TemplateVersion: {
            /** Actor */
            actor: string;
            /** At */
            at: string;
            /** In Use */
            in_use: boolean;
            /** Note */
            note: string;
            /** Number */
            number: number;
        };
        /** TodayOut */
        TodayOut: {
            /** Figures */
            figures: {
                [key: string]: unknown;
            };
            patrol: components["schemas"]["PatrolOut"] | null;
            /** Plans */
            plans: components["schemas"]["PlanOut"][];
            /** Points */
            points: components["schemas"]["PointOut"][];
            /** Rules */
            rules: {
                [key: string]: number;
            };
        };
        /** TokenIn */
        TokenIn: {
            /** Expires At */
            expires_at?: string | null;
            /** Name */
            name: string;
            /**
             * Scopes
             * @default []
             */
            scopes?: string[];
        };
        /** TokenOut */
        TokenOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Expires At */
            expires_at: string | null;
            /** Id */
            id: number;
            /** Last Used At */
            last_used_at: string | null;
            /** Name */
            name: string;
            /** Prefix */
            prefix: string;
            /** Revoked At */
            revoked_at: string | null;
            /** Scopes */
            scopes: string[];
        };
        /**
         * TrackOut
         * @description `stretches`: lines of good points as [seconds since the start, lng, lat] and gaps between them; `doubtful`:
         *     marked points, which are in no line.
         */
        TrackOut: {
            /** Checks */
            checks: components["schemas"]["CheckRow"][];
            /** Doubtful */
            doubtful: {
                [key: string]: unknown;
            }[];
            patrol: components["schemas"]["PatrolOut"];
            /** Stretches */
            stretches: {
                [key: string]: unknown;
            }[];
        };
        /** TrialIn */
        TrialIn: {
            /**
             * Key
             * @default
             */
            key?: string;
            /** Values */
            values: {
                [key: string]: unknown;
            };
        };
        /**
         * TrialOut
         * @description `result` is there when the state is done: figures, stages and examples.
         */
        TrialOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Looked */
            looked: number;
            /** Result */
            result: {
                [key: string]: unknown;
            } | null;
            /** State */
            state: string;
            /** Total */
            total: number;
        };
        /** UndoIn */
        UndoIn: {
            /**
             * Reason
             * @default
             */
            reason?: string;
        };
        /** UnitAnswers */
        UnitAnswers: {
            /** Answers */
            answers: {
                [key: string]: number;
            };
            /**
             * Comment
             * @default
             */
            comment?: string;
            /** Unit */
            unit: string;
        };
        /** UnitName */
        UnitName: {
            /** Id */
            id: number;
            /** Name */
            name: string;
        };
        /** UnitNamed */
        UnitNamed: {
            /** Id */
            id: number;
            /** Name */
            name: string;
        };
        /** UnitRatingsIn */
        UnitRatingsIn: {
            /** Forms */
            forms: components["schemas"]["UnitAnswers"][];
            /** Month */
            month: string;
        };
        /** Unmasked */
        Unmasked: {
            /** Address */
            address: string;
            /** Expires In */
            expires_in: number;
            /** Id Number */
            id_number: string;
            /** Name */
            name: string;
            /** Phone */
            phone: string;
        };
        /** UnmaskIn */
        UnmaskIn: {
            /** Reason */
            reason: string;
        };
        /**
         * UsageOut
         * @description `figures`: what the month says against its threshold, each with the filter of its handsets.
         */
        UsageOut: {
            /** Figures */
            figures: {
                [key: string]: unknown;
            }[];
            /** Handsets */
            handsets: number;
            /** Month */
            month: string;
            /** Months */
            months: string[];
        };
        /** Verified */
        Verified: {
            /** Faults */
            faults: string[];
            /** Hash */
            hash: string;
            /** Sound */
            sound: boolean;
        };
        /**
         * VersionOut
         * @description state: training, ready, running, retired, failed. `there`: whether its files can be used.
         */
        VersionOut: {
            card: components["schemas"]["Card"] | null;
            /** Finished At */
            finished_at: string | null;
            /** Id */
            id: number;
            /** Note */
            note: string;
            /** Promoted At */
            promoted_at: string | null;
            /** Promoted By */
            promoted_by: string;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** Started By */
            started_by: string;
            /** State */
            state: string;
            /** There */
            there: boolean;
        };
        /**
         * VersionsOut
         * @description `closed`: closed cases to learn from, counted no further than `fewest`.
         */
        VersionsOut: {
            /** Closed */
            closed: number;
            /** Fewest */
            fewest: number;
            /** May Manage */
            may_manage: boolean;
            /** Versions */
            versions: components["schemas"]["VersionOut"][];
        };
        /**
         * ViewChange
         * @description Only what is given changes.
         */
        ViewChange: {
            /** Columns */
            columns?: string[] | null;
            /** Name */
            name?: string | null;
            /** Query */
            query?: {
                [key: string]: unknown;
            } | null;
            /** Shared */
            shared?: boolean | null;
        };
        /** ViewCount */
        ViewCount: {
            /** Capped */
            capped: boolean;
            /** Count */
            count: number | null;
            /** Id */
            id: number;
        };
        /** ViewIn */
        ViewIn: {
            /**
             * Columns
             * @default []
             */
            columns?: string[];
            /** Name */
            name: string;
            /**
             * Query
             * @default {}
             */
            query?: {
                [key: string]: unknown;
            };
            /**
             * Shared
             * @default false
             */
            shared?: boolean;
        };
        /** ViewOrder */
        ViewOrder: {
            /** Ids */
            ids: number[];
        };
        /** ViewOut */
        ViewOut: {
            /** Columns */
            columns: string[];
            /** Id */
            id: number;
            /** Mine */
            mine: boolean;
            /** Name */
            name: string;
            /** Owner */
            owner: string;
            /** Query */
            query: {
                [key: string]: unknown;
            };
            /** Shared */
            shared: boolean;
        };
        /** VisitAnswer */
        VisitAnswer: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Case Number */
            case_number: string | null;
            /** Id */
            id: number;
            /** Metres */
            metres: number | null;
            /** Next Due On */
            next_due_on: string | null;
            /** Outcome */
            outcome: string;
            /** Plan Id */
            plan_id: number;
            /** Uuid */
            uuid: string;
        };
        /**
         * VisitCoverage
         * @description `due` in the month, `done` of them, `overdue` now, `plans` in all; `share` is done / due in per cent.
         */
        VisitCoverage: {
            /** By */
            by: string;
            /** Items */
            items: components["schemas"]["CoveragePart"][];
            /** Kinds */
            kinds: {
                [key: string]: string;
            }[];
            /** Month */
            month: string;
            whole: components["schemas"]["VisitFigures"];
        };
        /** VisitFigures */
        VisitFigures: {
            /** Done */
            done: number;
            /** Due */
            due: number;
            /** Overdue */
            overdue: number;
            /** Plans */
            plans: number;
            /** Share */
            share: number | null;
        };
        /**
         * VisitIn
         * @description What the visitor's phone sends; `uuid` is made on the phone, so that sending again is harmless.
         */
        VisitIn: {
            /** Accuracy */
            accuracy?: number | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * File Ids
             * @default []
             */
            file_ids?: string[];
            /**
             * Found
             * @default
             */
            found?: string;
            /** Lat */
            lat?: number | null;
            /** Lng */
            lng?: number | null;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "met" | "absent" | "refused" | "moved";
            /** Plan Id */
            plan_id: number;
            problem?: components["schemas"]["VisitProblemIn"] | null;
            /**
             * Uuid
             * Format: uuid
             */
            uuid: string;
        };
        /** VisitList */
        VisitList: {
            /** Items */
            items: components["schemas"]["VisitRow"][];
            /** Next Cursor */
            next_cursor: string | null;
            /** Total */
            total: number;
        };
        /** VisitOut */
        VisitOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Case Number */
            case_number: string | null;
            /**
             * Due Was
             * Format: date
             */
            due_was: string;
            /** Files */
            files: {
                [key: string]: string;
            }[];
            /** Found */
            found: string;
            /** Id */
            id: number;
            /** Metres */
            metres: number | null;
            /** Outcome */
            outcome: string;
            /** Plan Id */
            plan_id: number;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Uuid */
            uuid: string;
            /** Worker */
            worker: string;
        };
        /** VisitPlanDetail */
        VisitPlanDetail: {
            /** Active */
            active: boolean;
            /** Address */
            address: string;
            /** Address Id */
            address_id: number;
            /** Ask */
            ask: string;
            /** By Hand */
            by_hand: boolean;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /** Grid */
            grid: string;
            /** Grid Code */
            grid_code: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Name */
            kind_name: string;
            /** Last At */
            last_at: string | null;
            /** Lat */
            lat: number | null;
            /** Lng */
            lng: number | null;
            /** Note */
            note: string;
            /** Overdue Days */
            overdue_days: number;
            /** People */
            people: components["schemas"]["PlanPerson"][];
            /** Subject */
            subject: string;
            /** Title */
            title: string;
            /** Visits */
            visits: components["schemas"]["VisitOut"][];
            /** Worker */
            worker: string;
            /** Worker Name */
            worker_name: string;
        };
        /** VisitPlanList */
        VisitPlanList: {
            /** Items */
            items: components["schemas"]["VisitPlanOut"][];
            /** Next Cursor */
            next_cursor: string | null;
            /** Total */
            total: number;
        };
        /** VisitPlanOut */
        VisitPlanOut: {
            /** Active */
            active: boolean;
            /** Address */
            address: string;
            /** Address Id */
            address_id: number;
            /** Ask */
            ask: string;
            /** By Hand */
            by_hand: boolean;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /** Grid */
            grid: string;
            /** Grid Code */
            grid_code: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Name */
            kind_name: string;
            /** Last At */
            last_at: string | null;
            /** Lat */
            lat: number | null;
            /** Lng */
            lng: number | null;
            /** Overdue Days */
            overdue_days: number;
            /** Subject */
            subject: string;
            /** Title */
            title: string;
            /** Worker */
            worker: string;
            /** Worker Name */
            worker_name: string;
        };
        /** VisitProblemIn */
        VisitProblemIn: {
            /** Category Id */
            category_id?: number | null;
            /** Text */
            text: string;
            /**
             * Urgency
             * @default normal
             * @enum {string}
             */
            urgency?: "normal" | "urgent";
        };
        /** VisitRow */
        VisitRow: {
            /** Address */
            address: string;
            /** Address Id */
            address_id: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Case Number */
            case_number: string | null;
            /**
             * Due Was
             * Format: date
             */
            due_was: string;
            /** Files */
            files: {
                [key: string]: string;
            }[];
            /** Found */
            found: string;
            /** Id */
            id: number;
            /** Kind Name */
            kind_name: string;
            /** Metres */
            metres: number | null;
            /** Outcome */
            outcome: string;
            /** Plan Id */
            plan_id: number;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Title */
            title: string;
            /** Uuid */
            uuid: string;
            /** Worker */
            worker: string;
        };
        /**
         * WarningDetail
         * @description `members`: its newest cases, 50 at most. `actions`: what this person may do now. `earlier`: the same matter
         *     before.
         */
        WarningDetail: {
            /** Actions */
            actions: string[];
            /** Advice */
            advice: string;
            area: components["schemas"]["WarningNamed"] | null;
            /** Cases */
            cases: number;
            category: components["schemas"]["WarningNamed"] | null;
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string;
            /** Earlier */
            earlier: components["schemas"]["WarningOut"][];
            /** Evidence */
            evidence: {
                [key: string]: unknown;
            }[];
            /** Id */
            id: number;
            /** Last At */
            last_at: string;
            /** Level */
            level: string;
            /** Level Name */
            level_name: string;
            /** Members */
            members: components["schemas"]["WarningMember"][];
            /** Nature */
            nature: string;
            /** Nature Name */
            nature_name: string;
            /** Opened At */
            opened_at: string;
            /** Query */
            query: {
                [key: string]: unknown;
            };
            /** Reason */
            reason: string;
            /** Rules */
            rules: components["schemas"]["WarningNamed"][];
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            /** Steps */
            steps: components["schemas"]["WarningStepOut"][];
            /** Title */
            title: string;
            /** Version */
            version: number;
        };
        /** WarningList */
        WarningList: {
            /** At */
            at: string;
            /** Items */
            items: components["schemas"]["WarningOut"][];
            /** Next Cursor */
            next_cursor: string | null;
            open: components["schemas"]["OpenCounts"];
        };
        /** WarningMember */
        WarningMember: {
            /** Area */
            area: string;
            /** Callers */
            callers: number;
            /** Category */
            category: string;
            /** Number */
            number: string;
            /** Open */
            open: boolean;
            /** Received At */
            received_at: string;
            /** Supervised */
            supervised: boolean;
            /** Title */
            title: string;
        };
        /** WarningNamed */
        WarningNamed: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * WarningOut
         * @description `query` opens its cases as a list; `evidence` is what each rule found, with counts and, for growth, what was to
         *     be expected and how rarely chance alone gives as many (`p`).
         */
        WarningOut: {
            /** Advice */
            advice: string;
            area: components["schemas"]["WarningNamed"] | null;
            /** Cases */
            cases: number;
            category: components["schemas"]["WarningNamed"] | null;
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string;
            /** Evidence */
            evidence: {
                [key: string]: unknown;
            }[];
            /** Id */
            id: number;
            /** Last At */
            last_at: string;
            /** Level */
            level: string;
            /** Level Name */
            level_name: string;
            /** Nature */
            nature: string;
            /** Nature Name */
            nature_name: string;
            /** Opened At */
            opened_at: string;
            /** Query */
            query: {
                [key: string]: unknown;
            };
            /** Reason */
            reason: string;
            /** Rules */
            rules: components["schemas"]["WarningNamed"][];
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            /** Title */
            title: string;
            /** Version */
            version: number;
        };
        /**
         * WarningQuery
         * @description Open ones come by level and last growth, all others by the time they were raised.
         */
        WarningQuery: {
            /**
             * Area
             * @description Area code; what is below is included
             * @default
             */
            area?: string;
            /**
             * Cursor
             * @default
             */
            cursor?: string;
            /** Decided From */
            decided_from?: string | null;
            /**
             * Hit
             * @description true: confirmed or acted upon; false: dismissed
             */
            hit?: boolean | null;
            /**
             * Level
             * @default
             * @enum {string}
             */
            level?: "" | "urgent" | "serious" | "watch";
            /**
             * Limit
             * @default 30
             */
            limit?: number;
            /**
             * Nature
             * @default
             * @enum {string}
             */
            nature?: "" | "safety" | "collective" | "sensitive" | "emerging";
            /**
             * Rule
             * @default
             */
            rule?: string;
            /**
             * State
             * @default open
             * @enum {string}
             */
            state?: "" | "open" | "decided" | "confirmed" | "supervised" | "patrolled" | "dismissed";
        };
        /** WarningStepOut */
        WarningStepOut: {
            /** Action */
            action: string;
            /** Actor */
            actor: string;
            /** At */
            at: string;
            /** Detail */
            detail: {
                [key: string]: unknown;
            };
            /** Note */
            note: string;
        };
        /** WhyIn */
        WhyIn: {
            /** Reason */
            reason: string;
        };
        /** WorkListOut */
        WorkListOut: {
            /** Code */
            code: string;
            /** Count */
            count: number | null;
            /** Due Soon */
            due_soon: number;
            /** Name */
            name: string;
            /** Name En */
            name_en: string;
            /** Overdue */
            overdue: number;
            /** Sort */
            sort: string;
        };
        /** YearOut */
        YearOut: {
            /** Code */
            code: string;
            /** Days */
            days: components["schemas"]["DayOut"][];
            /** Known Until */
            known_until: string | null;
            /** Name */
            name: string;
            /** Year */
            year: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    chengyun_web_api_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_account_end_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndSessionsIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_account_renew_recovery_codes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_account_read_safety: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SafetyOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_account_begin_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorBegunOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_account_confirm_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_account_remove_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_account_end_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_issue_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_safety_log_out_everywhere: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_safety_require_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_safety_reset_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_safety_unlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_safety_list_account_events: {
        parameters: {
            query?: {
                address?: string;
                cursor?: string;
                kind?: string;
                since?: string | null;
                until?: string | null;
                username?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountEventPage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_safety_export_account_events: {
        parameters: {
            query?: {
                address?: string;
                format?: string;
                kind?: string;
                since?: string | null;
                until?: string | null;
                username?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_safety_list_states: {
        parameters: {
            query?: {
                cursor?: string;
                q?: string;
                waiting?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountStatePage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_scoring_api_list_appeals: {
        parameters: {
            query?: {
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppealList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_scoring_api_file_appeal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_scoring_api_decide_appeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appeal_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealDecision"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppealList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_scoring_api_add_deduction: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeductionIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_scoring_api_lift_deduction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deduction_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LiftIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_api_get_exclusions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExclusionList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_api_post_exclusion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExclusionIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExclusionOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_api_withdraw_exclusion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exclusion_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeBackIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExclusionOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_api_get_months: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosedMonthOut"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_api_close_month: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MonthCloseIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosedMonthOut"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_api_get_indicators: {
        parameters: {
            query?: {
                area?: string;
                category?: string;
                channel?: string;
                /** @description Unit codes; what is below is included */
                unit?: string;
                /** @description Default: this year */
                year?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorBoard"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_api_get_indicator: {
        parameters: {
            query?: {
                area?: string;
                /** @description Divided by */
                by?: "" | "unit" | "area" | "category" | "channel";
                category?: string;
                channel?: string;
                /** @description Unit codes; what is below is included */
                unit?: string;
                /** @description Default: this year */
                year?: number | null;
            };
            header?: never;
            path: {
                indicator_code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_api_get_outages: {
        parameters: {
            query?: {
                from?: string | null;
                /** @description fault, major, maintenance */
                kind?: string;
                system?: string;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutageList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_api_post_outage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutageIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutageOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_api_change_outage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                outage_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutageChangeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutageOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_scoring_api_get_ratings: {
        parameters: {
            query?: {
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingsOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_scoring_api_get_case_to_rate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rating_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseToRate"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_scoring_api_put_rating: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rating_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseRatingIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseToRate"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_scoring_api_draw_sample: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RaterSampleIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingsOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_scoring_api_rate_units: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitRatingsIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingsOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_api_get_records: {
        parameters: {
            query?: {
                indicator?: string;
                year?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FedRecordList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_api_post_record: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FedRecordIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FedRecordOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_api_withdraw_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                record_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeBackIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FedRecordOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_api_preview_records: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FedTable"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_api_post_records_table: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                    /**
                     * Files
                     * @default []
                     */
                    files?: string[];
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FedTableKept"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_api_get_records_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_scoring_api_get_ranking: {
        parameters: {
            query?: {
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RankingOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_scoring_api_get_circular: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_scoring_api_close_month: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RankingOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_scoring_api_publish_month: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CircularIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RankingOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_scoring_api_get_sheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_appraisal_scoring_api_verify_month: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verified"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_operations_api_list_reads: {
        parameters: {
            query?: {
                clear?: boolean;
                cursor?: string;
                kind?: "" | "unmask" | "export" | "print" | "look" | "resident_unmask" | "resident_look" | "track";
                number?: string;
                since?: string | null;
                until?: string | null;
                username?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadPage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_operations_api_export_reads: {
        parameters: {
            query?: {
                clear?: boolean;
                format?: string;
                kind?: "" | "unmask" | "export" | "print" | "look" | "resident_unmask" | "resident_look" | "track";
                number?: string;
                since?: string | null;
                until?: string | null;
                username?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_api_get_board: {
        parameters: {
            query?: {
                /** @description Area codes (subdistrict, community or grid) */
                area?: string;
                /** @description Category codes; a major class includes its minor classes */
                category?: string;
                channel?: string;
                compare?: "previous" | "week" | "month" | "year" | "none";
                /** @description unit, category, area: without those below */
                direct?: string;
                /** @description Last day, with period=days */
                end?: string | null;
                flag?: string;
                kind?: string;
                lifecycle?: string;
                period?: "today" | "yesterday" | "week" | "month" | "quarter" | "year" | "days";
                /** @description First day, with period=days */
                start?: string | null;
                /** @description Unit codes; units below are included */
                unit?: string;
                /** @description unit, category, area: cases that have none */
                unset?: string;
                urgency?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_api_export_panel: {
        parameters: {
            query: {
                /** @description Area codes (subdistrict, community or grid) */
                area?: string;
                /** @description Category codes; a major class includes its minor classes */
                category?: string;
                channel?: string;
                compare?: "previous" | "week" | "month" | "year" | "none";
                /** @description unit, category, area: without those below */
                direct?: string;
                /** @description Last day, with period=days */
                end?: string | null;
                flag?: string;
                kind?: string;
                lifecycle?: string;
                panel: "figures" | "series" | "by_hour" | "by_channel" | "by_unit" | "by_area" | "by_category" | "by_state";
                period?: "today" | "yesterday" | "week" | "month" | "quarter" | "year" | "days";
                /** @description First day, with period=days */
                start?: string | null;
                /** @description Unit codes; units below are included */
                unit?: string;
                /** @description unit, category, area: cases that have none */
                unset?: string;
                urgency?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_api_get_layout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LayoutOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_api_put_layout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LayoutIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_api_delete_layout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_budget_api_list_documents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BudgetDocuments"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_budget_api_post_document: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                    /**
                     * Name
                     * @default
                     */
                    name?: string;
                    /** Year */
                    year?: number | null;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BudgetKept"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_budget_api_get_document: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BudgetDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_budget_api_delete_document: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_budget_api_get_evaluation: {
        parameters: {
            query?: {
                form?: string;
            };
            header?: never;
            path: {
                document_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvaluationOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_budget_api_put_evaluation: {
        parameters: {
            query?: {
                form?: string;
            };
            header?: never;
            path: {
                document_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvaluationIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvaluationOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_budget_api_get_evaluation_file: {
        parameters: {
            query?: {
                form?: string;
                format?: "docx" | "pdf" | "xlsx";
            };
            header?: never;
            path: {
                document_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": unknown;
                    "application/zip": unknown;
                    "text/plain; charset=utf-8": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_budget_api_get_execution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpendingOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_budget_api_post_execution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpendingTaken"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_budget_api_get_file: {
        parameters: {
            query?: {
                format?: "xlsx" | "csv" | "docx" | "pdf" | "txt";
            };
            header?: never;
            path: {
                document_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": unknown;
                    "application/zip": unknown;
                    "text/plain; charset=utf-8": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_budget_api_put_table: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: number;
                table: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BudgetTableIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BudgetDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_budget_api_post_targets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BudgetTaken"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_budget_api_preview_document: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BudgetPreview"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_budget_api_get_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": unknown;
                    "application/zip": unknown;
                    "text/plain; charset=utf-8": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_list_cases: {
        parameters: {
            query?: {
                /** @description Area codes (subdistrict, community or grid) */
                area?: string;
                /** @description Category codes; a major class includes its minor classes */
                category?: string;
                channel?: string;
                closed_from?: string | null;
                closed_to?: string | null;
                count?: boolean;
                cursor?: string;
                /** @description unit, category, area: those given themselves, without those below */
                direct?: string;
                /** @description normal, due_soon, overdue */
                due?: string;
                flag?: string;
                /** @description SOURCE:WHAT; what a warning, a hot issue or a place on a map gathered */
                gathered?: string;
                /** @description Hour of the day in which it was received */
                hour?: number | null;
                joined?: boolean | null;
                kind?: string;
                lifecycle?: string;
                /** @description Whether other open cases may be the same matter */
                likely?: boolean | null;
                limit?: number;
                /** @description true: a matter of its own; false: joined to another case */
                matter?: boolean | null;
                open?: boolean | null;
                /** @description In hand, or joined to a case that is in hand */
                open_matter?: boolean | null;
                outcome?: string;
                /** @description extension, suspension, return */
                pending?: string;
                /** @description Whether the case has a point on the map */
                placed?: boolean | null;
                /** @description Words, or a case number */
                q?: string;
                received_from?: string | null;
                received_to?: string | null;
                /** @description NUMBER:person, :place, :category or :joined; what relates to that case */
                related?: string;
                satisfaction?: string;
                sort?: "-received_at" | "received_at" | "next_due_at" | "-next_due_at" | "-closed_at" | "closed_at";
                state?: string;
                supervised?: boolean | null;
                /** @description Unit codes; units below are included */
                unit?: string;
                /** @description unit, category, area: cases that have none */
                unset?: string;
                urgency?: string;
                /** @description A saved view; parameters given beside it win */
                view?: number | null;
                was_overdue?: boolean | null;
                /** @description A drawn area, WGS-84: lng,lat;lng,lat;lng,lat… (3 to 200 corners) */
                within?: string;
                /** @description Code of a work list (GET /worklists) */
                worklist?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_get_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_act: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                action: string;
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assignment_id?: number | null;
                    version?: number;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_explain_clock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clock_id: number;
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lines"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_compare_get_comparison: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
                other: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_compare_put_different: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
                other: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_compare_delete_different: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
                other: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_get_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_compare_get_likely: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LikelyList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_notices_get_mentionable: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MentionList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_print_print_masked: {
        parameters: {
            query?: {
                reason?: string;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_print_print_with_reason: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrintIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_dispatching_api_get_proposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_related_get_related: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelatedOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_replies_api_list_replies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentReplies"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_replies_api_check_reply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyCheckIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplyCheckOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_replies_api_order_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelDraftIn"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelDraftOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_replies_api_list_good: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodReplies"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_unmask_requester: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnmaskIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unmasked"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_act_on_many: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                action: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_map_get_map: {
        parameters: {
            query?: {
                /** @description Area codes (subdistrict, community or grid) */
                area?: string;
                /** @description west,south,east,north in WGS-84 degrees; without it the box around all cases that fit */
                bbox?: string;
                /** @description Category codes; a major class includes its minor classes */
                category?: string;
                channel?: string;
                closed_from?: string | null;
                closed_to?: string | null;
                /** @description unit, category, area: those given themselves, without those below */
                direct?: string;
                /** @description normal, due_soon, overdue */
                due?: string;
                flag?: string;
                /** @description SOURCE:WHAT; what a warning, a hot issue or a place on a map gathered */
                gathered?: string;
                /** @description Hour of the day in which it was received */
                hour?: number | null;
                joined?: boolean | null;
                kind?: string;
                layer?: "clusters" | "heat";
                lifecycle?: string;
                /** @description Whether other open cases may be the same matter */
                likely?: boolean | null;
                /** @description true: a matter of its own; false: joined to another case */
                matter?: boolean | null;
                open?: boolean | null;
                /** @description In hand, or joined to a case that is in hand */
                open_matter?: boolean | null;
                outcome?: string;
                /** @description extension, suspension, return */
                pending?: string;
                /** @description Whether the case has a point on the map */
                placed?: boolean | null;
                /** @description Words, or a case number */
                q?: string;
                received_from?: string | null;
                received_to?: string | null;
                /** @description NUMBER:person, :place, :category or :joined; what relates to that case */
                related?: string;
                satisfaction?: string;
                state?: string;
                supervised?: boolean | null;
                /** @description Unit codes; units below are included */
                unit?: string;
                /** @description Count the cases without a point too */
                unplaced?: boolean;
                /** @description unit, category, area: cases that have none */
                unset?: string;
                urgency?: string;
                was_overdue?: boolean | null;
                /** @description A drawn area, WGS-84: lng,lat;lng,lat;lng,lat… (3 to 200 corners) */
                within?: string;
                /** @description Code of a work list (GET /worklists) */
                worklist?: string;
                zoom?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseMap"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_similar_find_similar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimilarIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_components_api_list_components: {
        parameters: {
            query?: {
                after?: string;
                area?: string;
                kind?: string;
                limit?: number;
                state?: "" | "normal" | "damaged" | "missing" | "repair" | "scrapped";
                words?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StreetComponentPage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_components_api_get_component: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                component_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StreetComponentDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_components_api_map_components: {
        parameters: {
            query: {
                area?: string;
                bbox?: string;
                kind?: string;
                state?: "" | "normal" | "damaged" | "missing" | "repair" | "scrapped";
                words?: string;
                zoom: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentMap"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_components_api_of_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentsOfCase"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_components_api_tie: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComponentTie"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentsOfCase"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_api_digests_get_digests: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DigestOut"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_api_digests_get_digest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                digest_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DigestOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_dispatching_api_get_acting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActingOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_dispatching_api_switch_acting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                category_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActingOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_dispatching_api_get_figures: {
        parameters: {
            query?: {
                month?: string;
                months?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiguresOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_dispatching_api_get_hints: {
        parameters: {
            query: {
                /** @description Case numbers, separated by commas; at most 200 */
                numbers: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HintOut"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_dispatching_api_get_models: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionsOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_dispatching_api_promote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionsOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_dispatching_api_train_now: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionsOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_dispatching_rules_api_list_precedents: {
        parameters: {
            query?: {
                /** @description Category code; a major class includes its minor classes */
                category?: string;
                cursor?: string;
                holds?: boolean | null;
                limit?: number;
                /** @description Words of the matter or the basis, or the number of the case */
                q?: string;
                /** @description Unit code */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrecedentPage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_dispatching_rules_api_mark_precedent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                precedent_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrecedentMarkIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrecedentOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_dispatching_rules_api_list_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchRuleList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_dispatching_rules_api_add_rule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchRuleIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchRuleOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_dispatching_rules_api_get_rule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchRuleOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_dispatching_rules_api_change_rule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchRuleIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchRuleOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_dispatching_rules_api_switch_rule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleSwitchIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchRuleOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_dispatching_rules_api_check_rule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleCheckIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleCheckOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_dispatching_rules_api_complete_rule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleCheckIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleCompleteOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_dispatching_rules_api_explain_rule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleExplainIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleExplainOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_dispatching_rules_api_list_names: {
        parameters: {
            query: {
                field: "unit" | "category";
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleNameOut"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_dispatching_rules_api_order_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleOrderIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesMoved"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_dispatching_rules_api_try_rule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleTrialIn"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleTrialOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_dispatching_rules_api_get_trial: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_trial_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleTrialOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_dispatching_api_suggest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuggestIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_desk_api_get_drafts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftOut"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_desk_api_put_draft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_desk_api_delete_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_lists_export: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "text/csv; charset=utf-8": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_sync_api_post_commands: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneCommandsIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneCommandsOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_sync_api_get_day: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneDayOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_sync_api_get_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneTaskOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_sync_api_begin_upload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneUploadIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneUploadOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_sync_api_put_piece: {
        parameters: {
            query: {
                /** @description From which byte on */
                offset: number;
            };
            header?: never;
            path: {
                upload_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneUploadOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_api_more_list_calls: {
        parameters: {
            query?: {
                cursor?: string;
                first?: string | null;
                in_time?: boolean | null;
                last?: string | null;
                limit?: number;
                /** @description A case's number */
                number?: string;
                rated?: boolean | null;
                stars?: number | null;
                state?: "" | "open" | "late" | "asked" | "called" | "handling" | "concluded" | "closed" | "declined" | "withdrawn";
                /** @description Called unit, with those below */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_api_more_start_call: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallStart"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_api_more_get_call: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_api_more_act_on_call: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallAct"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_api_list_checks: {
        parameters: {
            query?: {
                arrived?: boolean | null;
                cursor?: string;
                first?: string | null;
                grid?: string;
                last?: string | null;
                limit?: number;
                patrol?: string | null;
                point?: string;
                result?: "" | "fine" | "problem";
                worker?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_api_add_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointCheckOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_api_get_coverage: {
        parameters: {
            query?: {
                first?: string | null;
                last?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_api_more_list_handsets: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description Whose usage of the month is below the threshold; all: whoever has usage */
                fails?: "" | "sms" | "minutes" | "connected" | "normal" | "any" | "all";
                limit?: number;
                /** @description With the usage of this month */
                month?: string;
                q?: string;
                /** @description Due for replacement within 90 days */
                replace?: boolean;
                state?: "" | "store" | "used" | "lost" | "repair" | "scrapped";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandsetList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_api_more_get_handset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handset_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandsetDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_api_more_act_on_handset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handset_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandsetAct"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandsetDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_api_more_get_survey: {
        parameters: {
            query?: {
                period?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_api_more_answer_survey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SurveyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_api_more_get_usage: {
        parameters: {
            query?: {
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_api_get_now: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NowOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_api_list_patrols: {
        parameters: {
            query?: {
                cursor?: string;
                first?: string | null;
                gaps?: boolean | null;
                /** @description Area code; all below is included */
                grid?: string;
                last?: string | null;
                limit?: number;
                marked?: boolean | null;
                state?: "" | "running" | "ended";
                unit?: string;
                /** @description User name */
                worker?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatrolList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_api_start_patrol: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatrolStart"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatrolOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_api_stop_patrol: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                patrol_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatrolStop"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatrolOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_api_get_track: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                patrol_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_api_list_plans: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_api_add_positions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PositionsIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PositionsOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_api_get_ranking: {
        parameters: {
            query?: {
                by?: "worker" | "grid";
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatrolRankingOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_staff_api_list_courses: {
        parameters: {
            query?: {
                first?: string | null;
                last?: string | null;
                state?: "" | "planned" | "held" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CourseList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_staff_api_save_course: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CourseIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CourseDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_staff_api_get_course: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                course_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CourseDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_staff_api_mark_course: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                course_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarksIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CourseDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_staff_api_list_exams: {
        parameters: {
            query?: {
                first?: string | null;
                last?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExamList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_staff_api_make_exam: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExamIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExamResults"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_staff_api_get_exam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exam_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExamResults"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_staff_api_begin_paper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exam_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_staff_api_list_mine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyTraining"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_staff_api_hand_in: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paper_uuid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswersIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_staff_api_list_workers: {
        parameters: {
            query?: {
                post?: string;
                q?: string;
                state?: "working" | "left" | "all";
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridStaffList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_staff_api_get_worker: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                worker_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridStaffDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_fieldwork_api_get_today: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodayOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_desk_api_upload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_desk_api_download: {
        parameters: {
            query?: {
                variant?: string;
                /** @description To be read inside the page: a PDF without active content */
                view?: boolean;
            };
            header?: never;
            path: {
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_channels_imports_api_get_imports: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileImportOut"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_channels_imports_api_post_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Channel */
                    channel: string;
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReceived"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_channels_imports_api_get_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileImportOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_channels_imports_api_get_errors: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
            };
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_channels_imports_api_put_mapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MappingIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileImportOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_channels_imports_api_post_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileImportPreview"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_channels_imports_api_post_start: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileImportOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_channels_imports_api_post_stop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileImportOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_channels_imports_api_get_mappings: {
        parameters: {
            query?: {
                channel?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedMapping"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_channels_imports_api_delete_mapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mapping_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_analysis_api_get_analysis: {
        parameters: {
            query: {
                /** @description Area codes (subdistrict, community or grid) */
                area?: string;
                /** @description Category codes; a major class includes its minor classes */
                category?: string;
                channel?: string;
                compare?: "previous" | "week" | "month" | "year" | "none";
                /** @description unit, category, area: without those below */
                direct?: string;
                /** @description Last day, with period=days */
                end?: string | null;
                flag?: string;
                kind?: string;
                lifecycle?: string;
                part: "words" | "trend" | "matrix" | "calendar" | "hexagons";
                period?: "today" | "yesterday" | "week" | "month" | "quarter" | "year" | "days";
                /** @description First day, with period=days */
                start?: string | null;
                /** @description Unit codes; units below are included */
                unit?: string;
                /** @description unit, category, area: cases that have none */
                unset?: string;
                urgency?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalysisOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_analysis_api_export_part: {
        parameters: {
            query: {
                /** @description Area codes (subdistrict, community or grid) */
                area?: string;
                /** @description Category codes; a major class includes its minor classes */
                category?: string;
                channel?: string;
                compare?: "previous" | "week" | "month" | "year" | "none";
                /** @description unit, category, area: without those below */
                direct?: string;
                /** @description Last day, with period=days */
                end?: string | null;
                flag?: string;
                kind?: string;
                lifecycle?: string;
                part: "words" | "trend" | "matrix" | "calendar" | "hexagons";
                period?: "today" | "yesterday" | "week" | "month" | "quarter" | "year" | "days";
                /** @description First day, with period=days */
                start?: string | null;
                /** @description Unit codes; units below are included */
                unit?: string;
                /** @description unit, category, area: cases that have none */
                unset?: string;
                urgency?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_hot_api_get_hot: {
        parameters: {
            query?: {
                days?: "1" | "7" | "30" | "90";
                /** @description Those that were hidden, newest first, instead of the ranking */
                hidden?: boolean;
                limit?: number;
                /** @description Part of the name or the place */
                q?: string;
                /** @description Number of a finished run; 0 for none */
                run?: number;
                state?: "" | "new" | "growing" | "steady" | "fading" | "back";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HotList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_hot_api_get_issue: {
        parameters: {
            query?: {
                days?: "1" | "7" | "30" | "90";
                /** @description Number of a finished run; 0 for none */
                run?: number;
            };
            header?: never;
            path: {
                issue_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HotDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_hot_api_change: {
        parameters: {
            query?: {
                days?: "1" | "7" | "30" | "90";
                /** @description Number of a finished run; 0 for none */
                run?: number;
            };
            header?: never;
            path: {
                issue_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HotChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HotDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_hot_api_post_run: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HotRunIn"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HotRunOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_hot_api_get_run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                look_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HotRunOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_reports_api_get_queries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedQueryOut"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_reports_api_put_query: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueryIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedQueryOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_reports_api_delete_query: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                query_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_reports_api_get_pivot: {
        parameters: {
            query?: {
                /** @description Area codes (subdistrict, community or grid) */
                area?: string;
                /** @description Category codes; a major class includes its minor classes */
                category?: string;
                channel?: string;
                columns?: ("channel" | "unit" | "area" | "category" | "kind" | "urgency" | "state" | "late" | "hour" | "day" | "week" | "month" | "year") | "";
                compare?: "previous" | "week" | "month" | "year" | "none";
                /** @description unit, category, area: without those below */
                direct?: string;
                /** @description Last day, with period=days */
                end?: string | null;
                flag?: string;
                kind?: string;
                lifecycle?: string;
                measure?: "received" | "closed" | "on_time" | "on_time_rate" | "satisfied_rate" | "dissatisfied" | "in_hand" | "due_soon" | "overdue";
                period?: "today" | "yesterday" | "week" | "month" | "quarter" | "year" | "days";
                rows?: "channel" | "unit" | "area" | "category" | "kind" | "urgency" | "state" | "late" | "hour" | "day" | "week" | "month" | "year";
                /** @description First day, with period=days */
                start?: string | null;
                /** @description Unit codes; units below are included */
                unit?: string;
                /** @description unit, category, area: cases that have none */
                unset?: string;
                urgency?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PivotOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_reports_api_export_pivot: {
        parameters: {
            query?: {
                /** @description Area codes (subdistrict, community or grid) */
                area?: string;
                /** @description Category codes; a major class includes its minor classes */
                category?: string;
                channel?: string;
                columns?: ("channel" | "unit" | "area" | "category" | "kind" | "urgency" | "state" | "late" | "hour" | "day" | "week" | "month" | "year") | "";
                compare?: "previous" | "week" | "month" | "year" | "none";
                /** @description unit, category, area: without those below */
                direct?: string;
                /** @description Last day, with period=days */
                end?: string | null;
                flag?: string;
                kind?: string;
                lifecycle?: string;
                measure?: "received" | "closed" | "on_time" | "on_time_rate" | "satisfied_rate" | "dissatisfied" | "in_hand" | "due_soon" | "overdue";
                period?: "today" | "yesterday" | "week" | "month" | "quarter" | "year" | "days";
                rows?: "channel" | "unit" | "area" | "category" | "kind" | "urgency" | "state" | "late" | "hour" | "day" | "week" | "month" | "year";
                /** @description First day, with period=days */
                start?: string | null;
                /** @description Unit codes; units below are included */
                unit?: string;
                /** @description unit, category, area: cases that have none */
                unset?: string;
                urgency?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_reports_api_get_reports: {
        parameters: {
            query?: {
                kind?: "" | "daily" | "weekly" | "monthly" | "circular" | "special" | "situation";
                /** @description Also those that were discarded */
                void?: boolean;
                year?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_reports_api_post_report: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_reports_api_get_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_reports_api_put_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_reports_api_act_on_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportAct"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_reports_api_get_report_file: {
        parameters: {
            query?: {
                format?: "docx" | "pdf" | "xlsx";
            };
            header?: never;
            path: {
                report_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_reports_api_polish_section: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolishIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_reports_api_get_templates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplatesOf"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_reports_api_put_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateUse"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplatesOf"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_reports_api_post_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                    /**
                     * Note
                     * @default
                     */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplatesOf"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_reports_api_get_template_file: {
        parameters: {
            query?: {
                filled?: boolean;
                number?: number;
            };
            header?: never;
            path: {
                plan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_warnings_api_get_warnings: {
        parameters: {
            query?: {
                /** @description Area code; what is below is included */
                area?: string;
                cursor?: string;
                decided_from?: string | null;
                /** @description true: confirmed or acted upon; false: dismissed */
                hit?: boolean | null;
                level?: "" | "urgent" | "serious" | "watch";
                limit?: number;
                nature?: "" | "safety" | "collective" | "sensitive" | "emerging";
                rule?: string;
                state?: "" | "open" | "decided" | "confirmed" | "supervised" | "patrolled" | "dismissed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WarningList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_warnings_api_get_warning: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                warning_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WarningDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_warnings_api_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                warning_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WarningDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_warnings_api_get_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenCounts"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_insight_warnings_api_get_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleTold"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_channels_api_post_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channel: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IntakeBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeOut"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_channels_api_get_status: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channel: string;
                external_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeStatus"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_channels_api_post_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channel: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileAccepted"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_masterdata_list_kinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KindOut"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_changes_list_changes: {
        parameters: {
            query?: {
                cursor?: string;
                key?: string;
                state?: "" | "done" | "waiting" | "failed" | "cancelled";
            };
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangePage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_masterdata_export_kind: {
        parameters: {
            query?: {
                format?: string;
            };
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "text/csv; charset=utf-8": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_masterdata_import_kind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MasterImportOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_masterdata_list_options: {
        parameters: {
            query?: {
                limit?: number;
                q?: string;
            };
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OptionOut"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_masterdata_preview_kind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MasterPreviewOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_masterdata_remove_row: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_masterdata_get_row: {
        parameters: {
            query: {
                key: string;
            };
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MasterRow"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_masterdata_list_rows: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                q?: string;
                sort?: string;
                state?: "" | "current" | "future" | "closed";
            };
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_masterdata_save_row: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_masterdata_start_trial: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrialIn"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_masterdata_get_year: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["YearOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_changes_undo_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_changes_list_waiting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeOut"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_masterdata_list_permissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermissionOut"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_masterdata_get_trial: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                trial_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_desk_api_meta: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_appeal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestrictionAppealIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_get_around: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AroundOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_ask_code: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginCodeIn"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_upload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhotoOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_get_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_bind_home: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HomeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_look: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_get_map: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoorMapOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_change_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_cancel_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_list_messages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagesOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_read_messages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessagesReadIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_list_requests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestRows"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_raise_request: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestOut"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_get_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_act_on_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResidentActIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_enter: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnteredOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_leave: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_get_start: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_where: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PointIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointCalled"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_desk_get_front_door: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrontDoorOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_desk_list_bulletins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulletins"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_desk_write_bulletin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulletinIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulletinOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_desk_switch_bulletin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bulletin_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulletinSwitch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulletinOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_desk_get_card: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area_code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_desk_get_resident_side: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentSide"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_desk_ask_resident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentSide"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_desk_list_deliveries: {
        parameters: {
            query?: {
                state?: "" | "waiting" | "sending" | "sent" | "dead" | "dropped";
                way?: "" | "sms" | "wechat";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deliveries"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_desk_decide_delivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgainIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_desk_list_restrictions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Restrictions"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_desk_restrict: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestrictIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_desk_decide_restriction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                restriction_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestrictionDecision"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_desk_list_shown: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_desk_decide_shown: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShowIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_neighbours_api_desk_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_notices_get_notices: {
        parameters: {
            query?: {
                cursor?: string;
                group?: "" | "limits" | "work" | "mention" | "digest";
                limit?: number;
                unread?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_notices_read_notices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_notices_read_all_notices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadAllIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_places_api_list_areas: {
        parameters: {
            query?: {
                at?: string | null;
                level?: string;
                parent?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaOut"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_places_api_get_base_map: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BaseMapOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_places_api_locate_point: {
        parameters: {
            query: {
                at?: string | null;
                crs?: string;
                lat: number;
                lng: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocatedOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_places_api_list_outlines: {
        parameters: {
            query?: {
                at?: string | null;
                level?: string;
                parent?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_places_api_plans_list_plans: {
        parameters: {
            query?: {
                state?: "" | "draft" | "submitted" | "approved" | "applied" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridPlanHead"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_places_api_plans_begin_plan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GridPlanIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridPlanDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_places_api_plans_get_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grid_plan_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridPlanDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_places_api_plans_decide_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grid_plan_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GridDecision"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridPlanDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_places_api_plans_edit_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grid_plan_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GridPlanEdit"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridPlanDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_places_api_plans_read_file: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Crs
                     * @default
                     */
                    crs?: string;
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                    /**
                     * Parent
                     * @default
                     */
                    parent?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutlineFile"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_places_api_search_places: {
        parameters: {
            query: {
                limit?: number;
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundPlace"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_places_api_plans_get_topology: {
        parameters: {
            query?: {
                at?: string | null;
                parent?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridFault"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_population_api_list_addresses: {
        parameters: {
            query?: {
                area?: string;
                parent?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressTree"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_population_api_save_address: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_population_api_get_address: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                address_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_population_api_find_address: {
        parameters: {
            query: {
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressFound"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_population_api_export_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportPeopleIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "text/csv; charset=utf-8": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_population_api_list_plans: {
        parameters: {
            query?: {
                area?: string;
                cursor?: string;
                kind?: string;
                month?: string;
                state?: "due" | "overdue" | "soon" | "all" | "moved" | "due_in" | "done_in" | "missed_in";
                worker?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitPlanList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_population_api_get_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitPlanDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_population_api_assign_plans: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assigned"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_population_api_save_premises: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PremisesIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PremisesOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_population_api_unmask_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                premises_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentClear"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_population_api_save_resident: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResidentIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_population_api_set_kinds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resident_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KindsIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_population_api_unmask_resident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resident_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentClear"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_population_api_find_residents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindPeopleIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentsFound"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_population_api_list_visits: {
        parameters: {
            query?: {
                area?: string;
                cursor?: string;
                kind?: string;
                month?: string;
                outcome?: "" | "met" | "absent" | "refused" | "moved" | "case";
                worker?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_population_api_record_visit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VisitIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitAnswer"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_population_api_get_coverage: {
        parameters: {
            query?: {
                area?: string;
                by?: "grid" | "community" | "kind" | "worker";
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitCoverage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_population_api_list_mine: {
        parameters: {
            query?: {
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyVisits"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_replies_api_get_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                asked_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelDraftOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_replies_api_get_model: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LanguageModelOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_replies_api_check_model: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LanguageModelCheck"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_replies_api_get_quality: {
        parameters: {
            query?: {
                days?: "7" | "30" | "90";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplyQualityOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_requester_by_phone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ByPhoneIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ByPhone"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_search_search: {
        parameters: {
            query: {
                limit?: number;
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_search_search_people_too: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_read_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_create_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_delete_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_account_start_cover: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CoverIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActingForOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_account_stop_cover: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_account_still_active: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_account_list_colleagues: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ColleagueOut"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_choose_language: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LanguageIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_use_one_time_link: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OneTimeIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_supervision_api_more_get_business: {
        parameters: {
            query?: {
                days?: "7" | "30" | "90" | "365";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusinessBoard"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_supervision_api_more_list_cues: {
        parameters: {
            query?: {
                state?: "open" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CueList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_supervision_api_more_send_cue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CueIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CueList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_supervision_api_more_answer_cue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cue_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CueAnswerIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CueList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_supervision_api_get_ladder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LadderOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_supervision_api_list_orders: {
        parameters: {
            query?: {
                card?: "" | "any" | "yellow" | "red";
                card_from?: string | null;
                card_to?: string | null;
                /** @description A case's number */
                case?: string;
                cursor?: string;
                /** @description First limit of a unit's part, as the measures count */
                due_from?: string | null;
                due_to?: string | null;
                limit?: number;
                origin?: "" | "hand" | "case" | "rule" | "ladder" | "programme";
                part?: "" | "done" | "not_done" | "on_time" | "late" | "required";
                programme?: number | null;
                q?: string;
                state?: "" | "all" | "open" | "waiting" | "replied" | "overdue" | "done" | "escalated" | "withdrawn";
                step?: string;
                /** @description Unit code; units below are included */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_supervision_api_start_orders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrdersMade"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_supervision_api_get_order: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_supervision_api_act_on_order: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderActIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_supervision_api_print_order: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_supervision_api_more_list_programmes: {
        parameters: {
            query?: {
                state?: "open" | "all" | "planned" | "running" | "finished" | "stopped";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_supervision_api_more_make_programme: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProgrammeIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_supervision_api_more_get_programme: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_supervision_api_more_change_programme: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProgrammeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_supervision_api_more_report_progress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProgrammeReportIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_supervision_api_more_move_programme: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProgrammeMoveIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_supervision_api_more_list_samples: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_supervision_api_more_draw_sample: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SampleIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleMade"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_supervision_api_more_get_sample: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sample_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_supervision_api_more_review_item: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: number;
                sample_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleDetail"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_operations_api_list_components: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentOut"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_operations_api_list_jobs: {
        parameters: {
            query?: {
                cursor?: string;
                state?: "queued" | "running" | "failed" | "cancelled" | "done" | "all";
                task?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPage"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_operations_api_cancel_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_operations_api_retry_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_operations_api_read_overview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobOverviewOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_operations_api_read_run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRunOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_operations_api_read_status: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_list_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenOut"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_create_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewTokenOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_org_api_revoke_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_lists_get_views: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewOut"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_lists_post_view: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_lists_delete_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                view_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_lists_patch_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                view_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_lists_get_columns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ColumnsOut"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_lists_put_columns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ColumnsIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_lists_get_view_counts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewCount"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_lists_put_view_order: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewOrder"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chengyun_cases_api_get_worklists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkListOut"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
