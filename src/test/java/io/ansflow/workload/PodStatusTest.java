package io.ansflow.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.workload.PodSummary.Container;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that kubectl has for pods, and what their logs may hold. */
class PodStatusTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        'phase':'Pending' | Pending
        'phase':'Failed','reason':'Evicted' | Evicted
        'phase':'Pending','conditions':[{'type':'PodScheduled','reason':'SchedulingGated'}] | SchedulingGated
        'phase':'Running','containerStatuses':[{'ready':true,'state':{'running':{}}}] | Running
        'phase':'Running','containerStatuses':[{'state':{'waiting':{'reason':'CrashLoopBackOff'}}},{'ready':true,'state':{'running':{}}}] | CrashLoopBackOff
        'phase':'Running','containerStatuses':[{'ready':true,'state':{'running':{}}},{'state':{'terminated':{'reason':'Error','exitCode':1}}}] | Error
        'phase':'Failed','containerStatuses':[{'state':{'terminated':{'exitCode':3}}}] | ExitCode:3
        'phase':'Failed','containerStatuses':[{'state':{'terminated':{'exitCode':137,'signal':9}}}] | Signal:9
        'phase':'Succeeded','containerStatuses':[{'state':{'terminated':{'reason':'Completed'}}}] | Completed
        'phase':'Running','conditions':[{'type':'Ready','status':'True'}],'containerStatuses':[{'state':{'terminated':{'reason':'Completed'}}},{'ready':true,'state':{'running':{}}}] | Running
        'phase':'Running','conditions':[{'type':'Ready','status':'False'}],'containerStatuses':[{'state':{'terminated':{'reason':'Completed'}}},{'ready':true,'state':{'running':{}}}] | NotReady
        'phase':'Pending','initContainerStatuses':[{'state':{'terminated':{'exitCode':0}}},{'state':{'running':{}}}] | Init:1/2
        'phase':'Pending','initContainerStatuses':[{'state':{'waiting':{'reason':'PodInitializing'}}}] | Init:0/2
        'phase':'Pending','initContainerStatuses':[{'state':{'waiting':{'reason':'ImagePullBackOff'}}}] | Init:ImagePullBackOff
        'phase':'Pending','initContainerStatuses':[{'state':{'terminated':{'exitCode':2}}}] | Init:ExitCode:2
        'phase':'Pending','initContainerStatuses':[{'state':{'terminated':{'exitCode':1,'reason':'Error'}}}] | Init:Error
        'phase':'Running','initContainerStatuses':[{'name':'sidecar','started':true,'state':{'running':{}}}],'containerStatuses':[{'ready':true,'state':{'running':{}}}] | Running
        """)
    void one_word(String status, String expected) {
        assertThat(PodStatus.of(
                        KubeObjects.of("{'spec':{'initContainers':[{'name':'first'},{'name':'sidecar','restartPolicy':"
                                + "'Always'}]},'status':{" + status + "}}")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"Running,'',Terminating", "Running,NodeLost,Unknown", "Succeeded,'',Succeeded"})
    void on_its_way_out(String phase, String reason, String expected) {
        assertThat(PodStatus.of(
                        KubeObjects.of("{'metadata':{'deletionTimestamp':'2026-01-01T00:00:00Z'},'status':{'phase':'"
                                + phase + "','reason':'" + reason + "'}}")))
                .isEqualTo(expected);
    }

    @Test
    void containers_are_told_with_their_state() {
        PodSummary pod = PodReader.summary(KubeObjects.of("""
                {'metadata':{'namespace':'shop','name':'web-1','uid':'u'},
                 'spec':{'nodeName':'n1','initContainers':[{'name':'init','image':'i:1'}],
                   'containers':[{'name':'app','image':'a:1'},{'name':'new','image':'n:1'}]},
                 'status':{'phase':'Running','podIP':'10.1.2.3',
                   'initContainerStatuses':[{'name':'init','state':{'terminated':{'exitCode':0,'reason':'Completed'}}}],
                   'containerStatuses':[{'name':'app','ready':true,'restartCount':4,'state':{'running':{}}}]}}"""));
        assertThat(pod.containers())
                .containsExactly(
                        new Container("init", "i:1", Container.Role.INIT, false, "Completed", 0),
                        new Container("app", "a:1", Container.Role.APP, true, "Running", 4),
                        new Container("new", "n:1", Container.Role.APP, false, "", 0));
        assertThat(pod.ready()).isEqualTo(1);
        assertThat(pod.total()).isEqualTo(2);
        assertThat(pod.restarts()).isEqualTo(4);
        assertThat(pod.node()).isEqualTo("n1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001B[31mred\u001B[0m text",
                "\u001B]0;title\u0007red text",
                "\u001B]8;;https://example.com\u001B\\red\u001B]8;;\u001B\\ text",
                "\u001B(Bred\u0008\u0000 text\u001B[2K",
                "\u009Bred text",
            })
    void what_only_a_terminal_understands_is_left_out(String line) {
        assertThat(TerminalText.plain(line)).isEqualTo("red text");
    }

    @Test
    void what_people_read_stays() {
        String line = "2026-03-01 \t[INFO] 订单 №5 – ok 😀 [0m";
        assertThat(TerminalText.plain(line)).isEqualTo(line);
    }
}
