package dev.lectern.text.claim;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** English words that stand at the head of a sentence, or with a capital, and are no names. */
final class CommonWords {
    private static final Set<String> WORDS =
            Arrays.stream("""
            a an the this that these those it its he she they them we you i his her their our your my one some any each every
            all both many most much several few other another such same no not none yes nor or and but so yet if then else when
            while where what which who whom whose why how because since although though unless until before after during
            within without between among under over above below through across against along around behind beyond by for from
            in into near of off on onto out per than to toward towards up upon via with as at about like unlike despite due
            is are was were be been being am do does did done has have had having can could may might must shall should will
            would there here now today also just only even still again already always never often sometimes usually
            generally typically however moreover furthermore therefore thus hence instead otherwise meanwhile besides
            additionally finally first second third next last later then once twice overall indeed perhaps maybe rather quite
            very too more less least better best worse worst good bad new old young big small large great high low long short
            early late own whole full half part certain different similar common main major minor key general specific
            people person man men woman women child children someone everyone nobody anyone everything nothing something
            user users student students teacher teachers scientist researchers author authors doctor doctors king queen
            president prime minister general captain sir lord lady mr mrs ms dr prof government law act war battle city town
            village country state states nation county river lake sea ocean island mountain north south east west northern
            southern eastern western central upper lower world earth sun moon water air fire land food money time year years
            month months week weeks day days hour hours minute minutes century centuries decade age era period date way ways
            step steps note notes tip tips warning example examples answer answers question questions reason reasons result
            results summary conclusion introduction overview definition purpose benefits advantages disadvantages features
            use uses using used make makes made take takes get gets give given go goes come see set run add click open close
            check ensure choose select enter press type keep avoid try start begin stop end put place read write call create
            delete remove install update copy save return let help need needs want work works show shows based according
            number numbers name names group groups team system systems process method methods thing things kind kinds type
            types form forms level levels case cases area areas point points line lines side sides end ends top bottom left
            right data model models code file files function functions class classes value values key list table figure
            image chapter section page book books film movie song album game music art science history language english word
            words school university college company church god house home family life death body head hand heart mind
            black white red green blue yellow brown grey gray two three four five six seven eight nine ten hundred thousand
            million billion zero pros cons please thanks okay ok ie eg etc vs am pm ad bc bce ce
            """.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());

    private CommonWords() {}

    static boolean has(String word) {
        return WORDS.contains(word);
    }
}
