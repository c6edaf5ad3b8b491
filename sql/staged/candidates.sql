-- The answers of candidates: who, which line of which sheet, which document, which service.
-- source: rulebook B2, B5, VC-08, VC-12; CONTRACTS "Sheet formats" (candidates)

-- A code with figures is the candidate's code; a name gets the code it once had, or the next.
create or replace temp table staged_candidate as
with
named as (
    select
        contest,
        candidate,
        min(source_row) as first_row
    from staged
    where contest is not null and candidate is not null
    group by contest, candidate
),

known as (
    select
        contest.contest,
        name.name,
        min(registry.entry) as entry
    from known_contest as contest
    inner join ledger.entry_fact as fact on fact.contest_no = contest.contest_no
    inner join private.name as name on name.name_no = fact.name_no
    inner join ledger.entry as registry
        on registry.contest_no = fact.contest_no
        and registry.entry_no = fact.entry_no
    group by contest.contest, name.name
),

matched as (
    select
        named.contest,
        named.candidate,
        named.first_row,
        coalesce(
            known.entry,
            case
                when
                    regexp_full_match(named.candidate, '[\pL\pN._-]{1,8}')
                    and regexp_matches(named.candidate, '\d')
                    then named.candidate
            end
        ) as entry
    from named
    left join known
        on known.contest = named.contest
        and known.name = named.candidate
),

taken as (
    select
        contest.contest,
        max(try_cast(regexp_extract(registry.entry, '^candidate-(\d+)$', 1) as integer)) as number
    from known_contest as contest
    inner join ledger.entry as registry on registry.contest_no = contest.contest_no
    group by contest.contest
)

select
    matched.contest,
    matched.candidate,
    matched.first_row,
    coalesce(
        matched.entry,
        printf(
            'candidate-%02d',
            coalesce(taken.number, 0) + row_number() over of_kind
        )
    ) as entry
from matched
left join taken on taken.contest = matched.contest
window of_kind as (
    partition by matched.contest, matched.entry is null order by matched.first_row
);

create or replace temp table staged_answer as
with
worded as (
    select
        staged.source_row,
        staged.source_column,
        staged.contest,
        contest.ruleset_hash,
        person.entry,
        staged.criterion as criterion_found,
        staged.option as option_found,
        try_cast(staged.count as decimal(9, 3)) as amount,
        try_cast(staged.event_date as date) as event_date,
        try_cast(staged.claimed as decimal(9, 3)) as claimed,
        try_cast(staged.verified as decimal(9, 3)) as verified,
        staged.channel,
        score.folded(staged.criterion) as folded,
        score.folded(staged.option) as folded_option,
        coalesce(
            try_cast(staged.form as integer),
            try_cast(regexp_extract(lower(staged.criterion), '^[aа]?(17|18)\.\d+$', 1) as integer)
        ) as form,
        try_cast(coalesce(
            nullif(regexp_extract(
                lower(staged.criterion), '^(?:document|құжат|документ|doc)[\s_№.-]*(\d+)$', 1
            ), ''),
            nullif(regexp_extract(
                lower(staged.criterion), '^(\d+)[\s.-]*(?:құжат|документ)$', 1
            ), '')
        ) as integer) as document_no,
        case
            when staged.evidence is null then null
            else not regexp_full_match(
                lower(staged.evidence), '(жоқ|нет|no|none|n|false|0|absent|отсутствует)\.?'
            )
        end as has_evidence
    from staged
    left join known_contest as contest on contest.contest = staged.contest
    left join staged_candidate as person
        on person.contest = staged.contest
        and person.candidate = staged.candidate
),

formed as (
    select
        worded.source_row,
        worded.source_column,
        worded.contest,
        worded.ruleset_hash,
        worded.entry,
        worded.criterion_found,
        worded.option_found,
        worded.amount,
        worded.event_date,
        worded.claimed,
        worded.verified,
        worded.channel,
        worded.folded,
        worded.folded_option,
        worded.document_no,
        worded.has_evidence,
        coalesce(
            worded.form,
            case when max(worded.form) over of_candidate = min(worded.form) over of_candidate
                then max(worded.form) over of_candidate
            end
        ) as form
    from worded
    window of_candidate as (partition by worded.contest, worded.entry)
),

lined as (
    select
        formed.source_row,
        count(*) as matches,
        if(count(*) = 1, min(criterion.form), null) as form,
        if(count(*) = 1, min(criterion.criterion), null) as criterion
    from formed
    inner join ref.vacancy_criterion as criterion
        on criterion.ruleset_hash = formed.ruleset_hash
        and criterion.variant = 'default'
        and (formed.form is null or formed.form = criterion.form)
        and (
            formed.folded in (
                score.folded(criterion.criterion),
                score.folded(criterion.label_kk),
                score.folded(criterion.label_ru),
                score.folded(criterion.label_en),
                score.folded(concat('a', criterion.form, ' ', criterion.ord)),
                concat(criterion.form, ' ', criterion.ord)
            )
            or (formed.form is not null and formed.folded = criterion.ord::varchar)
        )
    where formed.document_no is null
    group by formed.source_row
),

about as (
    select
        formed.source_row,
        case formed.folded
            when score.folded('service_pedagogical') then 'service_pedagogical'
            when score.folded('педагогикалық өтіл') then 'service_pedagogical'
            when score.folded('педагогический стаж') then 'service_pedagogical'
            when score.folded('service_total') then 'service_total'
            when score.folded('жалпы өтіл') then 'service_total'
            when score.folded('общий стаж') then 'service_total'
            when score.folded('qualification') then 'qualification'
            when score.folded('біліктілік талабы') then 'qualification'
            when score.folded('требование к образованию') then 'qualification'
        end as criterion
    from formed
),

described as (
    select
        formed.source_row,
        formed.source_column,
        formed.contest,
        formed.ruleset_hash,
        formed.entry,
        formed.criterion_found,
        formed.option_found,
        formed.folded_option,
        formed.event_date,
        formed.claimed,
        formed.verified,
        formed.channel,
        formed.document_no,
        formed.has_evidence,
        lined.form,
        coalesce(lined.matches, 0) as matches,
        coalesce(
            document.no::varchar,
            lined.criterion,
            about.criterion
        ) is not null as is_known,
        coalesce(
            'document_' || document.no,
            lined.criterion,
            about.criterion
        ) as criterion,
        coalesce(
            formed.amount,
            case
                when formed.document_no is null
                    then try_cast(
                        replace(rtrim(formed.option_found, ' %'), ',', '.') as decimal(9, 3)
                    )
            end
        ) as amount
    from formed
    left join lined on lined.source_row = formed.source_row
    left join about on about.source_row = formed.source_row
    left join ref.vacancy_document as document
        on document.ruleset_hash = formed.ruleset_hash
        and document.variant = 'default'
        and document.no = formed.document_no
),

optioned as (
    select
        described.source_row,
        min(option.option) filter (
            described.folded_option in (
                score.folded(option.option),
                score.folded(option.label_kk),
                score.folded(option.label_ru),
                score.folded(option.label_en)
            )
        ) as option,
        min(option.family) filter (described.folded_option = score.folded(option.family)) as family,
        case when count(distinct option.family) = 1 and count(*) = count(option.family)
            then min(option.family)
        end as only_family,
        case when count(*) = 1 then min(option.option) end as only_option,
        case
            when count(*) filter (
                not option.is_each
                and option.points > 0
                and option.points = coalesce(described.verified, described.claimed)
            ) = 1
                then min(option.option) filter (
                    option.points = coalesce(described.verified, described.claimed)
                )
        end as option_by_points,
        string_agg(option.option, ', ' order by option.ord) as options
    from described
    inner join ref.vacancy_option as option
        on option.ruleset_hash = described.ruleset_hash
        and option.variant = 'default'
        and option.form = described.form
        and option.criterion = described.criterion
    group by described.source_row
),

stated as (
    select
        described.source_row,
        case
            when described.option_found is null then null
            when described.folded_option in (
                score.folded('absent'), 'жоқ', 'нет', score.folded('no'), '0',
                score.folded('false'), 'отсутствует', score.folded('unsigned'), 'қол қойылмаған',
                score.folded('не подписан'), score.folded('не подписано')
            ) then 'absent'
            when described.folded_option in (
                score.folded('not_applicable'), 'қажет емес',
                score.folded('не требуется'), score.folded('не применимо')
            ) then 'not_applicable'
            else 'present'
        end as named_state,
        case
            when described.verified is not null then described.verified > 0
            when described.claimed is not null then described.claimed > 0
            else described.has_evidence
        end as is_marked
    from described
    where described.document_no is not null
),

documented as (
    select
        source_row,
        named_state is null and is_marked is null as is_unsaid,
        case
            when named_state is not null then named_state
            when is_marked is not null then if(is_marked, 'present', 'absent')
            when count(named_state) over () + count(is_marked) over () > 0 then 'absent'
            else 'present'
        end as state
    from stated
)

select
    described.source_row,
    described.source_column,
    described.contest,
    described.ruleset_hash,
    described.entry,
    described.criterion_found,
    described.option_found,
    described.form,
    described.criterion,
    described.is_known,
    described.matches,
    described.document_no,
    coalesce(documented.is_unsaid, false) as is_unsaid,
    optioned.options,
    case
        when documented.state is not null then documented.state
        when qualification.qualification is not null then qualification.qualification
        when described.criterion like 'service_%' then null
        when optioned.option is not null then optioned.option
        when optioned.family is not null then optioned.family
        when described.folded_option in (
            score.folded('none'), 'жоқ', 'нет', score.folded('no'), '0'
        ) then 'none'
        when optioned.only_family is not null and described.amount is not null
            then optioned.only_family
        when
            optioned.only_option is not null
            and (
                described.option_found is null
                or regexp_full_match(described.option_found, '[\d.,]+')
            )
            and (described.amount > 0 or described.claimed > 0 or described.verified > 0)
            then optioned.only_option
        when described.option_found is null and (
            described.amount = 0
            or coalesce(described.verified, described.claimed) = 0
        ) then 'none'
        when described.option_found is null then optioned.option_by_points
    end as option,
    described.option_found is null
    and optioned.only_option is null
    and optioned.option_by_points is not null as is_by_points,
    described.amount,
    described.event_date,
    described.claimed,
    described.verified,
    described.channel,
    described.has_evidence
from described
left join optioned on optioned.source_row = described.source_row
left join documented on documented.source_row = described.source_row
left join ref.vacancy_qualification as qualification
    on qualification.ruleset_hash = described.ruleset_hash
    and described.criterion = 'qualification'
    and described.folded_option in (
        score.folded(qualification.qualification),
        score.folded(qualification.label_kk),
        score.folded(qualification.label_ru),
        score.folded(qualification.label_en)
    );

-- Rows of one line may stand beside each other: five diplomas. A document stands once.
create or replace temp view staged_key as
with
keyed as (
    select
        source_row,
        source_column,
        contest,
        entry,
        criterion,
        if(form is null, 0, source_row) as item
    from staged_answer
    where criterion is not null
)

select
    source_row,
    source_column,
    contest,
    hash(contest, entry, criterion, item) as thing,
    concat_ws(chr(31), contest, entry, criterion, nullif(item, 0)) as key
from keyed;

create or replace temp table staged_other_row (source_row integer);
