-- panel_unclear: a decision about who judges, or a penalty, that does not say what it has to.
-- kinds: decisions
-- source: CONTRACTS "Decision kinds" (conflict, conflict_ruling, replacement, penalty)

with
given as (
    select
        source_row,
        case
            when kind = 'penalty' and not contains(subject, '/') then 'subject'
            when kind <> 'penalty' and expert is null then 'expert'
            when not case kind
                when 'conflict'
                    then value in ('relative', 'same_employer', 'trained', 'interest', 'other')
                when 'conflict_ruling' then value in ('aside', 'kept')
                when 'replacement' then value <> expert
                else value = 'warning'
            end then 'value'
        end as field,
        struct_pack(subject := subject, expert := expert, value := value) as cells
    from staged
    where kind in ('conflict', 'conflict_ruling', 'replacement', 'penalty')
)

select
    given.source_row,
    named.source_column,
    case given.field
        when 'subject' then given.cells.subject
        when 'expert' then given.cells.expert
        else given.cells.value
    end as found
from given
left join staged_column as named on named.field = given.field
where given.field is not null
order by given.source_row;
