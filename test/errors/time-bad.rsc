/tool netwatch add host=1.1.1.1 interval=soon
