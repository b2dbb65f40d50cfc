package dev.lectern.stage.extract.zh;

import java.util.Optional;

/** Headings and phrases that name something to do: 安装网关, 在模板中访问 ref. */
final class Tasks {
    private Tasks() {}

    /** Whether the folded phrase begins with a verb of the list, perhaps after an adverb or a phrase of place or means. */
    static boolean opens(String folded) {
        if (verbAt(folded).isPresent()) {
            return true;
        }
        return prepositional(folded) && Vocabulary.list("verbs").stream().anyMatch(folded::contains);
    }

    private static boolean prepositional(String folded) {
        return Vocabulary.starts("prepositions", folded);
    }

    private static Optional<String> verbAt(String folded) {
        String rest = Vocabulary.list("adverbs").stream()
                .filter(folded::startsWith)
                .findFirst()
                .map(a -> folded.substring(a.length()).replaceFirst("^地", ""))
                .orElse(folded);
        return Vocabulary.verb(rest)
                .or(() -> Vocabulary.list("single-verbs").stream()
                        .filter(rest::startsWith)
                        .filter(v -> rest.length() >= 3 && !Vocabulary.holds("compound", rest.substring(0, 2)))
                        .findFirst());
    }

    /** Whether a heading names a task and not a thing: 更换荧光帽, but not 使用限制 or 自定义指令的使用时机. */
    static boolean heading(String heading) {
        String folded = Script.fold(heading).strip();
        Optional<String> verb = Vocabulary.verb(folded);
        boolean place = folded.matches("^(?:在|从|为|给|用|通过|将|把|向).{2,}") && opens(folded);
        if ((verb.isEmpty() && !place) || folded.matches(".*[？?，、/&：:|].*")) {
            return false;
        }
        String object = verb.map(v -> folded.substring(v.length())).orElse(folded.substring(1));
        boolean ofThing =
                object.matches("^(?:的|[^的]{0,12}的).*") && !object.matches(".*的(?:属性|方法|函数|类型|值|状态|配置|数据|设备)$");
        return Script.length(object) >= 2 && !ofThing && !nounAfter(verb, object);
    }

    /** A heading that starts like a phrase and yet names no task cannot stand after "X 的". */
    static boolean fragment(String heading) {
        return !heading(heading) && Vocabulary.starts("prepositions", Script.fold(heading));
    }

    private static boolean nounAfter(Optional<String> verb, String object) {
        boolean makes = verb.filter(
                        v -> "声明 调用 定义 添加 创建 编写 使用 设置 修改 删除 访问 传递 监听 处理 绑定 导出 注册 安装 更换 查询 自定义 扩展 禁用".contains(v))
                .isPresent();
        boolean tail = Vocabulary.ends("noun-tail", object);
        boolean bare = Vocabulary.list("noun-tail").contains(object);
        boolean made = makes && "方法 函数 事件 属性 类型 插件 文件 参数 选项".contains(object);
        return bare ? !made : tail && !makes && verb.isPresent();
    }
}
